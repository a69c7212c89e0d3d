package dev.flagledger.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Clients that connect and then take their time. */
class SlowClientsIT {

    private static final TestServer SERVER = TestServer.shared();
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    @Test
    void whoeverStopsInTheMiddleOfAHeaderIsHungUpOn() throws IOException {
        var address = SERVER.address();
        try (var socket = new Socket(address.getHost(), address.getPort())) {
            // Less than this server would wait for the next request of a connection.
            socket.setSoTimeout((int) PATIENCE.minusSeconds(10).toMillis());
            socket.getOutputStream().write("GET /health HTTP/1.1\r\nHost: fl".getBytes(StandardCharsets.US_ASCII));

            assertThat(socket.getInputStream().readAllBytes()).isEmpty();
        }
    }
}
