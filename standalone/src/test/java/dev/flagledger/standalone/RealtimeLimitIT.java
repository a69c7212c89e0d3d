package dev.flagledger.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A node that serves one stream and no more. */
class RealtimeLimitIT {

    @Test
    void furtherStreamsAreRefused() throws IOException {
        try (var server = TestServer.start(Map.of("flagledger.realtime.max-streams", "1"))) {
            var path = "/sse/environments/" + Shop.in(server).key() + "/stream";
            var address = server.address();
            try (var socket = new Socket(address.getHost(), address.getPort())) {
                var request = "GET " + path + " HTTP/1.1\r\nHost: fl\r\n\r\n";
                socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
                var lines = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
                assertThat(lines.lines().anyMatch(": connected"::equals)).isTrue();

                assertThat(server.api().get(path).status()).isEqualTo(503);
            }
        }
    }
}
