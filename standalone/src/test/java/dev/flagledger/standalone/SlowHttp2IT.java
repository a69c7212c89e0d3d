package dev.flagledger.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** HTTP/2 clients that send byte by byte, or stop. */
class SlowHttp2IT {

    private static final TestServer SERVER = TestServer.impatient();
    private static final byte[] PREFACE = "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] NO_SETTINGS = bytes("000000 04 00 00000000");
    /** {@code GET /} at the host {@code fl}, which is the whole request. */
    private static final byte[] REQUEST = bytes("000007 01 05 00000001 82 86 84 41 02 66 6c");
    /** The second request, whose header goes on in the next frame, and the beginning of that frame. */
    private static final byte[] HALF = bytes("000007 01 01 00000003 82 86 84 41 02 66 6c 000064 09 00 00000003");

    private static final byte[] PING = bytes("000008 06 00 00000000 00 00 00 00 00 00 00 00");

    /** Pings keep a connection open and are not subject to the deadline. */
    @Execution(ExecutionMode.CONCURRENT)
    @ParameterizedTest
    @CsvSource({"true, true", "false, false"})
    void aSlowHeaderHasADeadlineAndPingsHaveNone(boolean drips, boolean isCutOff) throws IOException {
        var address = SERVER.address();
        try (var socket = new Socket(address.getHost(), address.getPort())) {
            socket.setSoTimeout(1_000);
            var out = new ByteArrayOutputStream();
            out.writeBytes(PREFACE);
            out.writeBytes(NO_SETTINGS);
            out.writeBytes(REQUEST);
            if (drips) {
                out.writeBytes(HALF);
            }
            socket.getOutputStream().write(out.toByteArray());

            assertThat(isClosed(socket, drips ? new byte[1] : PING)).isEqualTo(isCutOff);
        }
    }

    @Test
    void aBodyThatStopsEndsOnlyItsRequest() throws Exception {
        try (var client = new Http2Client(SERVER.address())) {
            var json = Map.of("Content-Type", "application/json");
            var stopped = client.exchange("POST", "/api/v1/auth/login/", json, "{");

            // Sooner than an idle connection. A request that is reset has no status.
            assertThat(stopped.handle((response, reset) -> reset == null ? response.status() : 0))
                    .succeedsWithin(45, TimeUnit.SECONDS)
                    .isNotIn(200, 500);
            assertThat(client.get("/health", Map.of()).status()).isEqualTo(200);
        }
    }

    /** Returns whether the server closes the connection although this is sent each second. */
    private static boolean isClosed(Socket socket, byte[] drip) throws IOException {
        for (int second = 0; second < 8; second++) {
            try {
                socket.getOutputStream().write(drip);
                while (socket.getInputStream().read() >= 0) {
                    // The server's frames.
                }
                return true;
            } catch (SocketTimeoutException _) {
                // Still open.
            } catch (IOException _) {
                return true;
            }
        }
        return false;
    }

    private static byte[] bytes(String hex) {
        return HexFormat.of().parseHex(hex.replace(" ", ""));
    }
}
