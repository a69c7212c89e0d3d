package dev.flagledger.standalone.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class ServerApiTest {

    private final HttpServer http = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    private final URI address;

    ServerApiTest() throws IOException {
        // Sends half of the body that it has announced, and then nothing.
        http.createContext("/api/v1/half/", exchange -> {
            exchange.sendResponseHeaders(200, 8);
            exchange.getResponseBody().write("half".getBytes(StandardCharsets.UTF_8));
            exchange.getResponseBody().flush();
        });
        http.createContext("/api/v1/all/", exchange -> {
            exchange.sendResponseHeaders(200, 3);
            exchange.getResponseBody().write("all".getBytes(StandardCharsets.UTF_8));
            exchange.close();
        });
        http.start();
        address = URI.create("http://127.0.0.1:" + http.getAddress().getPort());
    }

    @AfterEach
    void stop() {
        http.stop(0);
    }

    @Test
    void aServerThatStopsInTheMiddleIsLeft() {
        var api = new ServerApi(address, "Token secret", Duration.ofSeconds(1));

        assertThatThrownBy(() -> api.text("half/"))
                .isInstanceOf(IOException.class)
                .hasMessage("The server sent nothing for 1 s");
    }

    @Test
    void aBodyIsReadToItsEnd() throws IOException {
        var api = new ServerApi(address, "Token secret");

        assertThat(api.text("all/")).isEqualTo("all");
        try (var body = api.stream("all/")) {
            assertThat(body.read()).isEqualTo('a');
            assertThat(body.readAllBytes()).hasSize(2);
            assertThat(body.read()).isEqualTo(-1);
        }
    }
}
