package dev.flagledger.webhook.sending;

import static java.util.concurrent.CompletableFuture.supplyAsync;
import static org.assertj.core.api.Assertions.assertThat;

import dev.flagledger.access.outbound.AddressRule;
import dev.flagledger.access.outbound.Cidr;
import dev.flagledger.access.outbound.HostResolver;
import dev.flagledger.access.outbound.OutboundHosts;
import dev.flagledger.testing.FullListener;
import dev.flagledger.webhook.sending.Outcome.Abandoned;
import dev.flagledger.webhook.sending.Outcome.Answered;
import dev.flagledger.webhook.sending.Outcome.Unreached;
import dev.flagledger.webhook.testing.Settings;
import java.io.IOException;
import java.net.InetAddress;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

/** An attempt may be cut off before it has a connection. */
class HttpSenderDeadlineTest {

    private static final InetAddress LOOPBACK = InetAddress.ofLiteral("127.0.0.1");

    @Test
    void addressesThatDoNotAnswerAreNotTriedBeyondTheDeadline() throws IOException {
        HostResolver many = _ -> FullListener.addresses(12);
        try (var full = FullListener.open();
                var sender = sender(many, "connect-timeout=1s", "deadline=1500ms")) {
            long begun = System.nanoTime();
            var outcome = sender.send(message("http://many.test:" + full.port() + "/"));

            assertThat(outcome).isEqualTo(new Unreached("Cut off before an answer came"));
            assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(5));
        }
    }

    @Test
    void anAttemptThatIsGivenUpWhileItsHostIsLookedUpIsAbandoned() throws Exception {
        var asked = new CountDownLatch(1);
        var answered = new CountDownLatch(1);
        HostResolver slow = _ -> {
            asked.countDown();
            return await(answered);
        };
        try (var receiver = RawReceiver.saying("HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n");
                var sender = sender(slow)) {
            var attempt = supplyAsync(() -> sender.send(message("http://slow.test:" + receiver.port() + "/")));
            asked.await();
            sender.abandon();
            answered.countDown();

            assertThat(attempt.get()).isEqualTo(new Abandoned());
            assertThat(receiver.connections()).isZero();
            assertThat(sender.send(message("http://slow.test:" + receiver.port() + "/")))
                    .isEqualTo(new Answered(200));
        }
    }

    private static InetAddress[] await(CountDownLatch latch) {
        try {
            latch.await();
            return new InetAddress[] {LOOPBACK};
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static HttpSender sender(HostResolver resolver, String... settings) {
        var rule = new AddressRule(List.of(Cidr.valueOf("127.0.0.0/8")));
        return new HttpSender(Settings.with(settings), new OutboundHosts(rule, resolver));
    }

    private static Message message(String url) {
        return HttpSenderBase.message(url);
    }
}
