package dev.flagledger.webhook.sending;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flagledger.access.outbound.AddressRule;
import dev.flagledger.access.outbound.Cidr;
import dev.flagledger.access.outbound.HostResolver;
import dev.flagledger.access.outbound.OutboundHosts;
import dev.flagledger.testing.Receiver;
import dev.flagledger.webhook.sending.Outcome.Answered;
import dev.flagledger.webhook.sending.Outcome.Unreached;
import dev.flagledger.webhook.testing.Settings;
import java.io.IOException;
import java.net.InetAddress;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every host here leads to the receiver or another internal address, unless the sender applies the rule. */
class HttpSenderAddressTest {

    private static final InetAddress LOOPBACK = InetAddress.ofLiteral("127.0.0.1");
    private static final AddressRule STRICT = new AddressRule(List.of());
    private static final AddressRule OPENED = new AddressRule(List.of(Cidr.valueOf("127.0.0.1/32")));

    private final Receiver receiver = Receiver.answering(200);

    @AfterEach
    void close() {
        receiver.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "127.0.0.1",
                "127.1",
                "127.8.8.8",
                "2130706433",
                "localhost",
                "0.0.0.0",
                "0",
                "[::1]",
                "[::]",
                "[::ffff:127.0.0.1]",
                "[::ffff:7f00:1]",
                "[::127.0.0.1]",
                "[64:ff9b::7f00:1]",
                "[64:ff9b:1::7f00:1]",
                "[2002:7f00:1::1]",
                "[2001:0:7f00:1::]",
                "[fe80::1]",
                "[fc00::1]",
                "[fd00:ec2::254]",
                "[ff02::1]",
                "169.254.169.254",
                "2852039166",
                "10.0.0.1",
                "172.16.0.1",
                "192.168.0.1",
                "100.64.0.1",
                "192.0.0.8",
                "198.18.0.1",
                "224.0.0.1",
                "255.255.255.255"
            })
    void internalAddressesAreNotReached(String host) throws IOException {
        var outcome = send("http://" + host + ":" + receiver.port() + "/", InetAddress::getAllByName, STRICT);

        assertThat(outcome).isEqualTo(new Unreached("The address is internal or private"));
        assertThat(receiver.all).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"0x7f000001", "0x7f.0.0.1", "127.0.0.1%00.example.test", "127.0.0.1#@example.test"})
    void anAmbiguousHostIsNotReached(String host) throws IOException {
        var outcome = send("http://" + host + ":" + receiver.port() + "/", InetAddress::getAllByName, STRICT);

        assertThat(outcome).isInstanceOf(Unreached.class);
        assertThat(receiver.all).isEmpty();
    }

    /** Not even if the operator allows the network and the JDK would reach the receiver. */
    @ParameterizedTest
    @MethodSource("dev.flagledger.testing.HostileHosts#all")
    void aHostThatLooksLikeANumberIsNotReached(String host) throws IOException {
        var outcome = send("http://" + host + ":" + receiver.port() + "/", _ -> new InetAddress[] {LOOPBACK}, OPENED);

        assertThat(outcome).isInstanceOf(Unreached.class);
        assertThat(receiver.all).isEmpty();
    }

    @Test
    void aNameOfAnInternalAddressIsNotReached() throws IOException {
        HostResolver insider = _ -> new InetAddress[] {LOOPBACK};

        assertThat(send(named("inside.test"), insider, STRICT)).isInstanceOf(Unreached.class);
        assertThat(receiver.all).isEmpty();
    }

    @Test
    void onePrivateAddressAmongPublicOnesIsRefused() throws IOException {
        HostResolver mixed = _ -> new InetAddress[] {InetAddress.ofLiteral("1.1.1.1"), LOOPBACK};

        assertThat(send(named("mixed.test"), mixed, STRICT)).isInstanceOf(Unreached.class);
        assertThat(receiver.all).isEmpty();
    }

    @Test
    void aNameThatNowResolvesToAnInternalAddressIsNotReached() throws IOException {
        var lookups = new AtomicInteger();
        HostResolver rebinding =
                _ -> new InetAddress[] {lookups.getAndIncrement() == 0 ? InetAddress.ofLiteral("1.1.1.1") : LOOPBACK};

        assertThat(new OutboundHosts(STRICT, rebinding).allowsUrlHost("moving.test"))
                .isTrue();
        assertThat(send(named("moving.test"), rebinding, STRICT)).isInstanceOf(Unreached.class);
        assertThat(receiver.all).isEmpty();
    }

    @Test
    void theConnectionUsesTheCheckedAddress() throws IOException {
        var lookups = new AtomicInteger();
        HostResolver rebinding =
                _ -> new InetAddress[] {lookups.getAndIncrement() == 0 ? LOOPBACK : InetAddress.ofLiteral("10.0.0.1")};

        assertThat(send(named("moving.test"), rebinding, OPENED)).isEqualTo(new Answered(200));
        assertThat(receiver.next().header("Host")).isEqualTo("moving.test:" + receiver.port());
        assertThat(lookups).hasValue(1);
    }

    @Test
    void anAddressThatTheOperatorAllowsIsReached() throws IOException {
        assertThat(send(receiver.url(), InetAddress::getAllByName, OPENED)).isEqualTo(new Answered(200));
        assertThat(send("http://127.0.0.2:" + receiver.port(), InetAddress::getAllByName, OPENED))
                .isInstanceOf(Unreached.class);
        assertThat(receiver.all).hasSize(1);
    }

    private String named(String host) {
        return "http://" + host + ":" + receiver.port() + "/hook";
    }

    private static Outcome send(String url, HostResolver resolver, AddressRule rule) throws IOException {
        try (var sender = new HttpSender(Settings.with("deadline=2s"), new OutboundHosts(rule, resolver))) {
            return sender.send(new Message("1-1-0", url, "", new byte[0], Instant.EPOCH));
        }
    }
}
