package dev.flagledger.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Clients that connect and then take their time. */
class SlowClientsIT {

    private static final TestServer SERVER = TestServer.shared();
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    @Test
    void aClientThatStopsInTheMiddleOfAHeaderIsCutOff() throws IOException {
        var address = SERVER.address();
        try (var socket = new Socket(address.getHost(), address.getPort())) {
            // Less than this server would wait for the next request of a connection.
            socket.setSoTimeout((int) PATIENCE.minusSeconds(10).toMillis());
            socket.getOutputStream().write("GET /health HTTP/1.1\r\nHost: fl".getBytes(StandardCharsets.US_ASCII));

            assertThat(socket.getInputStream().readAllBytes()).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void aHeaderThatDripsInHasADeadline(boolean afterAnAnswer) throws IOException {
        var address = SERVER.address();
        try (var socket = new Socket(address.getHost(), address.getPort())) {
            var out = socket.getOutputStream();
            if (afterAnAnswer) {
                out.write("GET /health/liveness HTTP/1.1\r\nHost: fl\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
                assertThat(socket.getInputStream().read()).isPositive();
            }
            out.write("GET /".getBytes(StandardCharsets.US_ASCII));
            socket.setSoTimeout(1_000);

            assertThat(isClosedWhile(socket, () -> out.write('x'))).isTrue();
        }
    }

    private interface Drip {
        void fall() throws IOException;
    }

    /** Whether the server closes the connection although a byte comes each second. */
    private static boolean isClosedWhile(Socket socket, Drip drip) {
        for (long second = 0; second < PATIENCE.toSeconds(); second++) {
            try {
                drip.fall();
                while (socket.getInputStream().read() >= 0) {
                    // What is left of an answer.
                }
                return true;
            } catch (SocketTimeoutException _) {
                // Open still.
            } catch (IOException _) {
                return true;
            }
        }
        return false;
    }
}
