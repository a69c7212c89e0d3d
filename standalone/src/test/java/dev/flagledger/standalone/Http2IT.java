package dev.flagledger.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** HTTP/2 on the same port as HTTP/1.1. */
class Http2IT {

    private static final TestServer SERVER = TestServer.shared();
    private static final String DOCUMENT = "/api/v1/environment-document/";
    /** The error code for a peer that causes excessive load: RFC 9113, 7. */
    private static final int ENHANCE_YOUR_CALM = 11;

    private static final int NO_ERROR = 0;

    private static Map<String, String> application;

    private Http2Client client;

    @BeforeAll
    static void prepare() {
        var shop = Shop.in(SERVER);
        shop.feature(Map.of("name", "basket", "initial_value", "red ".repeat(4_000)));
        application = shop.backend().headers();
    }

    @BeforeEach
    void connect() throws Exception {
        client = new Http2Client(SERVER.address());
    }

    @AfterEach
    void disconnect() {
        client.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/v1/flags/",
                DOCUMENT,
                "/api/v1/flags/?feature=basket",
                "/api/v1/identities/?identifier=ana",
                "/api/v1//flags/",
                "/api/v1/x/../flags/",
                "/api/v1/%66lags/",
                "/api/v1/flags;a=b/",
                "/api/v1/flags%2f",
                "/api/v1/flags%5c",
                "/api/v1/../../etc/",
                "/api/v1/projects/?x=50%",
                "/nothing",
            })
    void aRequestIsAnsweredAsByHttp11(String path) throws IOException {
        var response = client.get(path, application);

        assertThat(response.status() + "\n" + response.body()).isEqualTo(http11(path));
    }

    /** Before and after it is answered from memory. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            200 | /api/v1/identities/      | {"identifier": "bob", "traits": [{"trait_key": "age", "trait_value": 7}]}
            400 | /api/v1/identities/      | {"identifier": "bob"
            200 | /api/v1/analytics/flags/ | {"basket": 2}
            204 | /api/v2/analytics/flags/ | {"evaluations": [{"feature_name": "basket", "count": 2, "enabled_when_evaluated": true}]}
            400 | /api/v1/analytics/flags/ | ["basket"]
            """)
    void aRequestWithABodyIsAnsweredAsByHttp11(int status, String path, String body) throws IOException {
        var headers = new HashMap<>(application);
        headers.put("Content-Type", "application/json");
        for (int i = 0; i < 3; i++) {
            var response = client.exchange("POST", path, headers, body, true).join();

            assertThat(response.status()).isEqualTo(status);
            assertThat(response.status() + "\n" + response.body()).isEqualTo(http11("POST", path, headers, body));
        }
    }

    /** A servlet handles the first request, and prepares the response that the second one gets from memory. */
    @ParameterizedTest
    @ValueSource(strings = {"/api/v1/flags/", DOCUMENT})
    void manyRequestsShareAConnection(String path) {
        var first = client.get(path, application);

        var more = IntStream.range(0, 30)
                .mapToObj(_ -> client.exchange("GET", path, application, null))
                .toList();

        assertThat(first.status()).isEqualTo(200);
        assertThat(more)
                .allSatisfy(response -> assertThat(response.join().body()).isEqualTo(first.body()));
    }

    @Test
    void anUnchangedDocumentIsNotSent() {
        var tag = client.get(DOCUMENT, application).headers().get("ETag");
        var headers = new HashMap<>(application);
        headers.put("If-None-Match", tag);

        assertThat(client.get(DOCUMENT, headers).status()).isEqualTo(304);
    }

    @Test
    void requestsPassTheSameChecks() {
        assertThat(client.exchange("TRACE", "/health", Map.of(), null).join().status())
                .isEqualTo(405);
        assertThat(client.get("/health", Map.of("Content-Type", "multipart/form-data"))
                        .status())
                .isEqualTo(415);
    }

    @Test
    void anUnreadBodyDoesNotAffectOtherRequests() {
        var refused = client.exchange("POST", "/api/v1/organisations/", Map.of("Content-Length", "100"), "{")
                .join();

        assertThat(refused.status()).isEqualTo(401);
        assertThat(client.get("/health", Map.of()).status()).isEqualTo(200);
    }

    /** A client that sends on may find the connection closed before it has read why. */
    @Test
    void aClientThatResetsManyRequestsIsCutOff() throws Exception {
        for (int request = 0; request < 10_000 && !client.isEnded(); request++) {
            client.abandon("/api/v1/flags/");
        }

        assertThat(client.isEnded()).isTrue();
        assertThat(client.error()).isIn(ENHANCE_YOUR_CALM, NO_ERROR);
        try (var other = new Http2Client(SERVER.address())) {
            assertThat(other.get("/health", Map.of()).status()).isEqualTo(200);
        }
    }

    /** RFC 9113 has removed the upgrade. */
    @Test
    void aRequestToUpgradeIsAnsweredByHttp11() throws IOException {
        var upgrade = """
                GET /health HTTP/1.1
                Host: fl
                Upgrade: h2c
                HTTP2-Settings: AAMAAABkAAQAoAAAAAIAAAAA
                Connection: Upgrade, HTTP2-Settings, close

                """.replace("\n", "\r\n");

        assertThat(exchange(upgrade)).startsWith("HTTP/1.1 200 ");
    }

    /** Returns status and body. */
    private static String http11(String path) throws IOException {
        return http11("GET", path, application, "");
    }

    private static String http11(String method, String path, Map<String, String> headers, String body)
            throws IOException {
        var lines = new StringBuilder(method + " " + path + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n");
        headers.forEach((name, value) -> lines.append(name + ": " + value + "\r\n"));
        if (!body.isEmpty()) {
            lines.append("Content-Length: " + body.length() + "\r\n");
        }
        var response = exchange(lines + "\r\n" + body);
        int end = response.indexOf("\r\n\r\n");
        var chunked = response.substring(0, end).toLowerCase(Locale.ROOT).contains("transfer-encoding: chunked");
        assertThat(chunked).isFalse();
        return response.substring(9, 12) + "\n" + response.substring(end + 4);
    }

    private static String exchange(String request) throws IOException {
        var address = SERVER.address();
        try (var socket = new Socket(address.getHost(), address.getPort())) {
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
