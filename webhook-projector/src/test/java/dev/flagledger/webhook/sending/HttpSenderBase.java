package dev.flagledger.webhook.sending;

import dev.flagledger.access.outbound.AddressRule;
import dev.flagledger.access.outbound.Cidr;
import dev.flagledger.access.outbound.OutboundHosts;
import dev.flagledger.webhook.testing.Settings;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;

/** A sender that may send to this machine and has short timeouts. */
abstract class HttpSenderBase {

    static final byte[] BODY = "{\"data\": {}}".getBytes(StandardCharsets.US_ASCII);
    static final OutboundHosts LOOPBACK =
            new OutboundHosts(new AddressRule(List.of(Cidr.valueOf("127.0.0.0/8"))), InetAddress::getAllByName);

    final HttpSender sender =
            new HttpSender(Settings.with("connect-timeout=1s", "response-timeout=1s", "deadline=2s"), LOOPBACK);

    @AfterEach
    void close() throws IOException {
        sender.close();
    }

    Outcome send(String url) {
        return sender.send(message(url));
    }

    static Message message(String url) {
        return new Message("1-1-0", url, "", BODY, Instant.EPOCH);
    }
}
