package dev.flagledger.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flagledger.contract.http.server.InMemoryHandler;
import jakarta.servlet.ServletContext;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.LocalConnector;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.util.Callback;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.web.context.support.WebApplicationContextUtils;

/** Responses from memory are the same bytes as the responses of the servlets, which answer any request with a query. */
class InMemoryAnswersIT {

    private static final String DOCUMENT = "/api/v1/environment-document/";
    private static final TestServer SERVER = TestServer.shared();

    private static String serverKey;

    @BeforeAll
    static void prepare() {
        var shop = Shop.in(SERVER);
        shop.feature(Map.of("name", "basket", "initial_value", "red ".repeat(100)));
        serverKey = Objects.requireNonNull(shop.backend().headers().get("X-Environment-Key"));
    }

    @ParameterizedTest
    @CsvSource({
        "/api/v1/flags/, identity",
        "/api/v1/flags/, gzip",
        "/api/v1/flags, gzip",
        "/api/v1/environment-document/, identity",
        "/api/v1/environment-document/, gzip",
        "/api/v1/environment-document, gzip",
    })
    void aBodyIsSentWithTheSameHeaders(String path, String encoding) throws Exception {
        var headers = List.of("Accept-Encoding: " + encoding, "Origin: https://shop.test");

        assertThat(response(path, headers))
                .startsWith("HTTP/1.1 200")
                .isEqualTo(response(path + "?x", headers))
                .isEqualTo(response(path, headers));
    }

    @ParameterizedTest
    @ValueSource(strings = {"identity", "gzip"})
    void aKnownDocumentIsNotSent(String encoding) throws Exception {
        var accept = "Accept-Encoding: " + encoding;
        var tag = response(DOCUMENT, List.of(accept))
                .lines()
                .filter(line -> line.startsWith("ETag: "))
                .findFirst()
                .orElseThrow();
        var headers = List.of(accept, tag.replace("ETag", "If-None-Match"));

        assertThat(response(DOCUMENT, headers))
                .startsWith("HTTP/1.1 304")
                .contains(tag)
                .isEqualTo(response(DOCUMENT + "?x", headers));
    }

    /** The form is prepared by the servlet, for the first request. */
    @ParameterizedTest
    @ValueSource(strings = {"/api/v1/flags/", "/api/v1/flags", DOCUMENT, "/api/v1/environment-document"})
    void aPreparedBodyIsSentByItsHandler(String path) throws Exception {
        var accept = List.of("Accept-Encoding: gzip");
        response(path, accept);

        assertThat(fromMemory(path, accept)).startsWith("HTTP/1.1 200");
        assertThat(fromMemory(path + "?x", accept)).startsWith("HTTP/1.1 404");
    }

    /** The response of a server with the handlers alone. */
    private static String fromMemory(String path, List<String> headers) throws Exception {
        var context = WebApplicationContextUtils.getRequiredWebApplicationContext(SERVER.part(ServletContext.class));
        var handlers = context.getBeansOfType(InMemoryHandler.class).values();
        var server = new Server();
        var connector = new LocalConnector(server);
        server.addConnector(connector);
        server.setHandler(new Handler.Abstract() {
            @Override
            public boolean handle(Request request, Response response, Callback callback) {
                var called = request.getHttpURI().getPath();
                return handlers.stream()
                        .filter(handler -> handler.paths().contains(called))
                        .anyMatch(handler -> handler.handle(request, response, callback));
            }
        });
        server.start();
        try {
            return connector.getResponse(request(path, headers));
        } finally {
            server.stop();
        }
    }

    private static String request(String path, List<String> headers) {
        var lines = new ArrayList<>(List.of("GET " + path + " HTTP/1.1", "Host: fl", "Connection: close"));
        lines.add("X-Environment-Key: " + serverKey);
        lines.addAll(headers);
        return String.join("\r\n", lines) + "\r\n\r\n";
    }

    /** The response without its time, one character for each byte. */
    private static String response(String path, List<String> headers) throws IOException {
        var address = SERVER.address();
        try (var socket = new Socket(address.getHost(), address.getPort())) {
            socket.getOutputStream().write(request(path, headers).getBytes(StandardCharsets.US_ASCII));
            var response = new String(socket.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
            return response.replaceAll("(?m)^(Date|Expires): .*$", "$1");
        }
    }
}
