package dev.flagledger.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Clients that send slowly. */
class SlowClientsIT {

    private static final TestServer SERVER = TestServer.impatient();
    /** That of connections between requests. */
    private static final Duration IDLE_TIMEOUT = Duration.ofMinutes(1);

    private static final String LOGIN =
            "POST /api/v1/auth/login/ HTTP/1.1\r\nHost: fl\r\nContent-Type: application/json\r\n";
    private static final String LIVENESS = "GET /health/liveness HTTP/1.1\r\nHost: fl\r\n\r\n";

    @Execution(ExecutionMode.CONCURRENT)
    @ParameterizedTest
    @ValueSource(strings = {"GET /health HTTP/1.1\r\nHost: fl", LOGIN + "Content-Length: 9\r\n\r\n{"})
    void aClientThatStopsWithinARequestIsCutOff(String begin) throws IOException {
        try (var socket = connect()) {
            socket.setSoTimeout((int) IDLE_TIMEOUT.minusSeconds(10).toMillis());
            send(socket, begin);

            assertThat(text(socket.getInputStream().readAllBytes())).doesNotContain(" 200 ", " 500 ");
        }
    }

    @Execution(ExecutionMode.CONCURRENT)
    @ParameterizedTest
    @ValueSource(strings = {"", "HTTP/1.1 200", "HTTP/1.1 100"})
    void aSlowHeaderHasADeadline(String firstAnswer) throws IOException {
        try (var socket = connect()) {
            exchange(socket, firstAnswer);
            send(socket, "GET /");

            assertThat(isClosedWithin(IDLE_TIMEOUT, socket, "x")).isTrue();
        }
    }

    @Execution(ExecutionMode.CONCURRENT)
    @ParameterizedTest
    @ValueSource(strings = {"", "HTTP/1.1 100"})
    void aSlowBodyMayTakeLongerThanAHeader(String firstAnswer) throws IOException {
        try (var socket = connect()) {
            exchange(socket, firstAnswer);
            send(socket, LOGIN + "Content-Length: 100\r\n\r\n");

            assertThat(isClosedWithin(Duration.ofSeconds(6), socket, " ")).isFalse();

            send(socket, " ".repeat(100));
            assertThat(text(socket.getInputStream().readNBytes(12))).isEqualTo("HTTP/1.1 400");
        }
    }

    /** Otherwise a client might send its next request on a connection that is about to be closed. */
    @Execution(ExecutionMode.CONCURRENT)
    @ParameterizedTest
    @CsvSource({"'', true", "{}, false"})
    void theConnectionIsClosedAfterABodyThatWasNotRead(String body, boolean ends) throws IOException {
        try (var socket = connect()) {
            send(socket, "POST /api/v1/organisations/ HTTP/1.1\r\nHost: fl\r\nContent-Length: 2\r\n\r\n" + body);

            var answer = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII));
            assertThat(answer.readLine()).startsWith("HTTP/1.1 401");
            var headers = Stream.generate(() -> line(answer)).takeWhile(line -> !line.isEmpty());
            assertThat(headers.anyMatch("Connection: close"::equals)).isEqualTo(ends);
        }
    }

    private static String line(BufferedReader answer) {
        try {
            return Objects.requireNonNull(answer.readLine());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Exchanges a request and a response, unless the expected beginning of the response is empty. */
    private static void exchange(Socket socket, String firstAnswer) throws IOException {
        var interim = firstAnswer.endsWith("100");
        if (!firstAnswer.isEmpty()) {
            send(socket, interim ? LOGIN + "Content-Length: 2\r\nExpect: 100-continue\r\n\r\n" : LIVENESS);
            assertThat(text(socket.getInputStream().readNBytes(12))).isEqualTo(firstAnswer);
        }
        if (interim) {
            send(socket, "{}");
        }
    }

    private static Socket connect() throws IOException {
        var address = SERVER.address();
        return new Socket(address.getHost(), address.getPort());
    }

    private static void send(Socket socket, String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
    }

    private static String text(byte[] received) {
        return new String(received, StandardCharsets.US_ASCII);
    }

    /** Returns whether the server closes the connection although something is sent each second. Discards its responses. */
    private static boolean isClosedWithin(Duration limit, Socket socket, String drip) throws IOException {
        socket.setSoTimeout(1_000);
        for (long second = 0; second < limit.toSeconds(); second++) {
            try {
                send(socket, drip);
                while (socket.getInputStream().read() >= 0) {
                    // The rest of a response.
                }
                return true;
            } catch (SocketTimeoutException _) {
                // Still open.
            } catch (IOException _) {
                return true;
            }
        }
        socket.setSoTimeout((int) IDLE_TIMEOUT.toMillis());
        return false;
    }
}
