package dev.flagledger.standalone.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import dev.flagledger.installation.identity.rebuild.RebuiltIdentities;
import dev.flagledger.standalone.replay.ManagementClient.Reached;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the client makes of answers that a node gives, or something else that listens on the port. */
class ManagementClientTest {

    private final HttpServer server;
    private final ManagementClient client;
    private int status = 200;
    private String body = "";
    private String asked = "";

    ManagementClientTest() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            asked = exchange.getRequestMethod() + " " + exchange.getRequestURI() + " "
                    + new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            var bytes = body.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
            exchange.getResponseBody().write(bytes);
            exchange.close();
        });
        server.start();
        client = new ManagementClient(
                URI.create("http://127.0.0.1:" + server.getAddress().getPort()));
    }

    @AfterEach
    void close() {
        client.close();
        server.stop(0);
    }

    @Test
    void aRebuildIsAskedForByName() throws Exception {
        assertThat(client.start("audit")).isTrue();
        assertThat(asked).isEqualTo("POST /replay {\"name\":\"audit\"}");

        status = 404;
        assertThat(client.start("other")).isFalse();
    }

    @Test
    void theProgressIsThatOfTheReadModel() throws Exception {
        body = """
                {"running":[{"name":"other","position":1,"of":2},{"name":"audit","position":7,"of":9}]}""";
        assertThat(client.reached("audit")).contains(new Reached(7, 9));
        assertThat(client.reached("third")).isEmpty();
    }

    @Test
    void theProjectsThatDifferAreListed() throws Exception {
        body = "{\"position\":12,\"differing\":[0,7]}";
        assertThat(client.differing()).containsExactly(0, 7);
        assertThat(asked).startsWith("GET /replay/memory ");
    }

    @Test
    void theEndOfARebuildOfIdentitiesIsTold() throws Exception {
        body = "{\"compared\":12,\"differing\":3,\"clashing\":[5,6]}";
        assertThat(client.identities()).isEqualTo(new RebuiltIdentities(12, 3, List.of(5, 6), null));
        assertThat(asked).startsWith("GET /replay/identities ");

        body = "{\"compared\":7,\"differing\":0,\"clashing\":[],\"failure\":\"the disk is full\"}";
        assertThat(client.identities()).isEqualTo(new RebuiltIdentities(7, 0, List.of(), "the disk is full"));
    }

    @ParameterizedTest
    @CsvSource({"403, own machine", "429, this already", "500, status 500", "302, status 302"})
    void aRefusalIsExplained(int refusal, String reason) {
        status = refusal;
        assertThatThrownBy(() -> client.start("audit"))
                .isInstanceOf(IOException.class)
                .hasMessageContaining(reason);
        assertThatThrownBy(client::differing).hasMessageContaining(reason);
        assertThatThrownBy(client::identities).hasMessageContaining(reason);
        assertThatThrownBy(() -> client.reached("audit")).hasMessageContaining(reason);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "<!doctype html>", "[]", "{}", "7", "{\"running\"", "{\"status\":\"UP\"}"})
    void anotherPortIsNotMistakenForThatOfTheManagement(String answer) {
        body = answer;
        assertThatThrownBy(() -> client.reached("audit"))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("not the management port");
        assertThatThrownBy(client::identities).hasMessageContaining("not the management port");
        assertThatThrownBy(client::differing).hasMessageContaining("not the management port");
    }
}
