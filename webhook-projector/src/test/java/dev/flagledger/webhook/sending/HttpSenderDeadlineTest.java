package dev.flagledger.webhook.sending;

import static java.util.concurrent.CompletableFuture.supplyAsync;
import static org.assertj.core.api.Assertions.assertThat;

import dev.flagledger.access.outbound.AddressRule;
import dev.flagledger.access.outbound.Cidr;
import dev.flagledger.access.outbound.HostResolver;
import dev.flagledger.access.outbound.OutboundHosts;
import dev.flagledger.webhook.sending.Outcome.Abandoned;
import dev.flagledger.webhook.sending.Outcome.Answered;
import dev.flagledger.webhook.sending.Outcome.Unreached;
import dev.flagledger.webhook.testing.Settings;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** An attempt may be cut off before it has a connection. */
class HttpSenderDeadlineTest {

    private static final InetAddress LOOPBACK = InetAddress.ofLiteral("127.0.0.1");
    private static final int ADDRESSES = 12;

    @Test
    void addressesThatDoNotAnswerAreNotTriedBeyondTheDeadline() throws IOException {
        HostResolver many = _ -> IntStream.rangeClosed(1, ADDRESSES)
                .mapToObj(last -> InetAddress.ofLiteral("127.0.0." + last))
                .toArray(InetAddress[]::new);
        try (var server = new ServerSocket()) {
            server.bind(new InetSocketAddress("0.0.0.0", 0), 1);
            var waiting = fill(server);
            try (var sender = sender(many, "connect-timeout=1s", "deadline=1500ms")) {
                long begun = System.nanoTime();
                var outcome = sender.send(message("http://many.test:" + server.getLocalPort() + "/"));

                assertThat(outcome).isEqualTo(new Unreached("Cut off before an answer came"));
                assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(5));
            }
            for (var socket : waiting) {
                socket.close();
            }
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

    /** Connects until the system takes no further connection that nobody accepts. */
    private static List<Socket> fill(ServerSocket server) throws IOException {
        var waiting = new ArrayList<Socket>();
        while (true) {
            var socket = new Socket();
            waiting.add(socket);
            try {
                socket.connect(new InetSocketAddress(LOOPBACK, server.getLocalPort()), 200);
            } catch (SocketTimeoutException _) {
                return waiting;
            }
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
