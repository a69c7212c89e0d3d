package dev.flagledger.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Responses from memory are identical to those of the servlets, which handle requests with a query. */
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
    void anUnchangedDocumentIsNotSent(String encoding) throws Exception {
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

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Sun, 06 Nov 2050 08:49:37 GMT     | 304
            Sunday, 06-Nov-50 08:49:37 GMT    | 304
            Sun, 06 Nov 1994 08:49:37 GMT     | 200
            Thu, 01 Jan 1970 00:00:00 GMT     | 200
            never                             | 200
            ''                                | 200
            """)
    void aDateIsComparedInTheSameWay(String date, int status) throws Exception {
        response(DOCUMENT, List.of());
        var headers = List.of("If-Modified-Since: " + date);

        assertThat(response(DOCUMENT, headers))
                .startsWith("HTTP/1.1 " + status)
                .isEqualTo(response(DOCUMENT + "?x", headers));
        assertThat(FromMemory.response(SERVER, request(DOCUMENT, headers))).startsWith("HTTP/1.1 " + status);
    }

    @Test
    void aDateIsIgnoredBesideATag() throws Exception {
        var headers = List.of("If-None-Match: \"other\"", "If-Modified-Since: Sun, 06 Nov 2050 08:49:37 GMT");

        assertThat(response(DOCUMENT, headers))
                .startsWith("HTTP/1.1 200")
                .isEqualTo(response(DOCUMENT + "?x", headers));
    }

    /** The servlet prepares the form on the first request. */
    @ParameterizedTest
    @ValueSource(strings = {"/api/v1/flags/", "/api/v1/flags", DOCUMENT, "/api/v1/environment-document"})
    void aPreparedBodyIsSentByItsHandler(String path) throws Exception {
        var accept = List.of("Accept-Encoding: gzip");
        response(path, accept);

        assertThat(FromMemory.response(SERVER, request(path, accept))).startsWith("HTTP/1.1 200");
        assertThat(FromMemory.response(SERVER, request(path + "?x", accept))).startsWith("HTTP/1.1 404");
    }

    private static String request(String path, List<String> headers) {
        var lines = new ArrayList<>(List.of("GET " + path + " HTTP/1.1", "Host: fl", "Connection: close"));
        lines.add("X-Environment-Key: " + serverKey);
        lines.addAll(headers);
        return String.join("\r\n", lines) + "\r\n\r\n";
    }

    /** Returns the response without its time, one character for each byte. */
    private static String response(String path, List<String> headers) throws IOException {
        var address = SERVER.address();
        try (var socket = new Socket(address.getHost(), address.getPort())) {
            socket.getOutputStream().write(request(path, headers).getBytes(StandardCharsets.US_ASCII));
            var response = new String(socket.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
            return response.replaceAll("(?m)^(Date|Expires): .*$", "$1");
        }
    }
}
