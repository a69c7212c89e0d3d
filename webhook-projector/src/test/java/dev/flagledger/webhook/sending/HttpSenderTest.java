package dev.flagledger.webhook.sending;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flagledger.testing.Receiver;
import dev.flagledger.webhook.sending.Outcome.Answered;
import dev.flagledger.webhook.sending.Outcome.Unreached;
import dev.flagledger.webhook.testing.Settings;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HttpSenderTest extends HttpSenderBase {

    @ParameterizedTest
    @CsvSource({
        "200, true",
        "201, true",
        "204, true",
        "299, true",
        "304, false",
        "400, false",
        "401, false",
        "404, false",
        "410, false",
        "429, false",
        "500, false",
        "503, false"
    })
    void only2xxIsAnAcknowledgement(int status, boolean delivered) {
        try (var receiver = Receiver.answering(status)) {
            var outcome = send(receiver.url());

            assertThat(outcome).isEqualTo(new Answered(status));
            assertThat(outcome.delivered()).isEqualTo(delivered);
            assertThat(receiver.all).hasSize(1);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {301, 302, 303, 307, 308})
    void aRedirectIsAFailureAndIsNotFollowed(int status) {
        try (var target = Receiver.answering(200);
                var receiver = Receiver.answering(exchange -> {
                    exchange.getResponseHeaders().add("Location", target.url());
                    exchange.sendResponseHeaders(status, -1);
                })) {
            var outcome = send(receiver.url());

            assertThat(outcome).isEqualTo(new Answered(status));
            assertThat(outcome.delivered()).isFalse();
            assertThat(target.all).isEmpty();
        }
    }

    @Test
    void aRefusedConnectionIsUnreached() throws IOException {
        int closedPort;
        try (var socket = new ServerSocket(0)) {
            closedPort = socket.getLocalPort();
        }
        assertUnreached(send("http://127.0.0.1:" + closedPort), "refused");
    }

    @Test
    void theReceiversTextIsQuotedShortAndPrintable() throws IOException {
        try (var receiver = RawReceiver.saying("HTTP/1.1 \u0000\u001b[31m" + "x".repeat(5000) + "\r\n\r\n")) {
            assertThat(send(receiver.url()))
                    .isInstanceOfSatisfying(
                            Unreached.class,
                            unreached -> assertThat(unreached.reason()).matches("[ -~]{50,200}"));
        }
    }

    @Test
    void anEndlessBodyIsAborted() throws IOException {
        try (var receiver = new RawReceiver(socket -> {
            socket.getInputStream().read(new byte[8192]);
            socket.getOutputStream().write("HTTP/1.1 200 OK\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            while (true) {
                socket.getOutputStream().write(new byte[1024]);
            }
        })) {
            var patient = new HttpSender(Settings.with("deadline=50s"), LOOPBACK);
            var started = System.nanoTime();
            assertThat(patient.send(message(receiver.url()))).isEqualTo(new Answered(200));
            assertThat(Duration.ofNanos(System.nanoTime() - started)).isLessThan(Duration.ofSeconds(5));
            patient.close();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\nHTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n",
                "HTTP/1.1 204 No Content\r\nContent-Length: 5\r\n\r\nhello",
                "HTTP/1.1 204 No Content\r\n\r\nhello",
                "HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\nhello"
            })
    void whatFollowsAResponseIsNotTakenForTheNext(String surplus) throws IOException {
        var requests = new AtomicInteger();
        var refusal = "HTTP/1.1 500 X\r\nContent-Length: 0\r\n\r\n";
        try (var receiver = new RawReceiver(socket -> {
            while (socket.getInputStream().read(new byte[8192]) > 0) {
                var answer = requests.getAndIncrement() == 0 ? surplus : refusal;
                socket.getOutputStream().write(answer.getBytes(StandardCharsets.US_ASCII));
            }
        })) {
            assertThat(send(receiver.url()).delivered()).isTrue();

            assertThat(send(receiver.url())).isEqualTo(new Answered(500));
            assertThat(requests).hasValue(2);
        }
    }

    /** Two messages at once, so that two connections are kept. */
    @Test
    void noKeptConnectionWithSurplusIsUsed() throws Exception {
        var requests = new AtomicInteger();
        var both = new CountDownLatch(2);
        var ok = "HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n";
        try (var receiver = new RawReceiver(socket -> {
            while (socket.getInputStream().read(new byte[8192]) > 0) {
                boolean isFirst = requests.getAndIncrement() < 2;
                both.countDown();
                both.await();
                var answer = isFirst ? ok + ok : "HTTP/1.1 500 X\r\nContent-Length: 0\r\n\r\n";
                socket.getOutputStream().write(answer.getBytes(StandardCharsets.US_ASCII));
            }
        })) {
            var other = CompletableFuture.supplyAsync(() -> send(receiver.url()));
            assertThat(send(receiver.url())).isEqualTo(new Answered(200));
            assertThat(other.get()).isEqualTo(new Answered(200));

            assertThat(send(receiver.url())).isEqualTo(new Answered(500));
            assertThat(requests).hasValue(3);
        }
    }

    @Test
    void aConnectionClosedByTheReceiverIsNotReused() throws IOException {
        try (var receiver = RawReceiver.saying("HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n")) {
            assertThat(send(receiver.url())).isEqualTo(new Answered(200));
            assertThat(send(receiver.url())).isEqualTo(new Answered(200));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "http://",
                "/hook",
                "http://x.test:99999/",
                "http://exa mple.test/",
                "ftp://127.0.0.1/",
                "file:///etc/passwd"
            })
    void anUnusableUrlIsUnreached(String url) {
        assertThat(send(url)).isInstanceOf(Unreached.class);
    }

    @Test
    void aUrlWithUserInformationIsMalformed() {
        try (var receiver = Receiver.answering(200)) {
            assertUnreached(send("http://ana:secret@127.0.0.1:" + receiver.port() + "/"), "malformed");
            assertThat(receiver.all).isEmpty();
        }
    }

    private static void assertUnreached(Outcome outcome, String reason) {
        assertThat(outcome)
                .isInstanceOfSatisfying(
                        Unreached.class,
                        unreached -> assertThat(unreached.reason()).containsIgnoringCase(reason));
    }
}
