package dev.flagledger.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.flagledger.testing.TestCertificate;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Version;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

/** A server with a certificate. */
class TlsIT {

    private static final TestCertificate CERTIFICATE = TestCertificate.make();
    private static final String FLAGS = "/api/v1/flags/";
    private static final byte[] HEALTH = "GET /health HTTP/1.1\r\nHost: fl\r\n\r\n".getBytes(StandardCharsets.US_ASCII);

    @TempDir
    private static Path directory;

    private static TestServer server;
    private static Shop shop;

    @BeforeAll
    static void start() throws GeneralSecurityException, IOException {
        CERTIFICATE.writeTo(directory);
        server = TestServer.start(Map.of(
                "flagledger.tls.certificate",
                directory.resolve("certificate.pem").toString(),
                "flagledger.tls.private-key",
                directory.resolve("key.pem").toString(),
                "flagledger.http.proxy-protocol",
                "true"));
        shop = Shop.in(server);
        shop.feature(Map.of("name", "basket", "initial_value", "red"));
        shop.feature(Map.of("name", "checkout"));
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @ParameterizedTest
    @CsvSource({"TLSv1.3, HTTP_2", "TLSv1.3, HTTP_1_1", "TLSv1.2, HTTP_2", "TLSv1.2, HTTP_1_1"})
    void clientsChooseAmongTheVersions(String tls, Version http) throws Exception {
        var response = get(FLAGS, tls, http);

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.version()).isEqualTo(http);
        assertThat(response.sslSession().orElseThrow().getProtocol()).isEqualTo(tls);
        assertThat(response.body()).isEqualTo(shop.application().get(FLAGS).text());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {FLAGS, "/api/v1/projects/", "/nothing", "/health/liveness", "/api/v1/environment-document/"})
    void aResponseHasTheSameHeadersByBothProtocols(String path) throws Exception {
        assertThat(headers(get(path, "TLSv1.3", Version.HTTP_2)))
                .isEqualTo(headers(get(path, "TLSv1.3", Version.HTTP_1_1)));
    }

    @ParameterizedTest
    @CsvSource({"HTTP_2", "HTTP_1_1"})
    void linksSayHttps(Version http) throws Exception {
        var page = get("/api/v1/" + shop.features() + "?page_size=1", "TLSv1.3", http);

        assertThat(JsonMapper.shared().readTree(page.body()).get("next").asString())
                .startsWith(address().toString() + "/api/v1/projects/");
    }

    @Test
    void openConnectionsKeepTheirCertificate() throws Exception {
        try (var open = secure(plain(InetAddress.getLoopbackAddress()), CERTIFICATE)) {
            assertThat(health(open)).startsWith("HTTP/1.1 200 ");
            var renewed = TestCertificate.make();
            renewed.writeTo(directory);

            await().until(() -> isShown(renewed));
            assertThat(health(open)).startsWith("HTTP/1.1 200 ");
        } finally {
            CERTIFICATE.writeTo(directory);
            await().until(() -> isShown(CERTIFICATE));
        }
    }

    @Test
    void clientsInTheNetworkNeedTls() throws Exception {
        var own = ProxyProtocolIT.ownAddress();
        assumeTrue(own.isPresent(), "this machine has no address but the loopback one");

        try (var secure = secure(plain(own.get()), CERTIFICATE);
                var plain = plain(own.get())) {
            assertThat(health(secure)).startsWith("HTTP/1.1 200 ");
            plain.getOutputStream().write(HEALTH);
            assertThat(plain.getInputStream().readAllBytes()).isEmpty();
        }
    }

    @Test
    void clientsOnThisMachineNeedNoTls() {
        assertThat(server.api().get("/health").status()).isEqualTo(200);
    }

    /** As HAProxy does in the mode {@code tcp}. The client's address then decides whether TLS is required. */
    @Test
    void aProxyMayForwardTls() throws Exception {
        try (var socket = plain(InetAddress.getLoopbackAddress());
                var refused = plain(InetAddress.getLoopbackAddress())) {
            socket.getOutputStream().write(ProxyProtocolIT.version1("203.0.113.9"));
            assertThat(health(secure(socket, CERTIFICATE))).startsWith("HTTP/1.1 200 ");

            refused.getOutputStream().write(ProxyProtocolIT.version1("203.0.113.9"));
            refused.getOutputStream().write(HEALTH);
            assertThat(refused.getInputStream().readAllBytes()).isEmpty();
        }
    }

    private static HttpResponse<String> get(String path, String tls, Version http) throws Exception {
        var parameters = new SSLParameters();
        parameters.setProtocols(new String[] {tls});
        try (var client = HttpClient.newBuilder()
                .sslContext(CERTIFICATE.client())
                .sslParameters(parameters)
                .version(http)
                .build()) {
            var request = HttpRequest.newBuilder(address().resolve(path));
            shop.ana().headers().forEach(request::setHeader);
            shop.application().headers().forEach(request::setHeader);
            return client.send(request.build(), BodyHandlers.ofString());
        }
    }

    private static Map<String, Object> headers(HttpResponse<String> response) {
        var headers = new HashMap<String, Object>(response.headers().map());
        // These differ between responses, or between HTTP/2 and HTTP/1.1.
        headers.keySet().removeAll(Set.of("date", "expires", "x-request-id", ":status", "transfer-encoding"));
        return headers;
    }

    private static URI address() {
        return URI.create("https://localhost:" + server.address().getPort());
    }

    private static Socket plain(InetAddress address) throws IOException {
        var socket = new Socket(address, server.address().getPort());
        socket.setSoTimeout(60_000);
        return socket;
    }

    private static SSLSocket secure(Socket socket, TestCertificate trusted)
            throws GeneralSecurityException, IOException {
        var secure = (SSLSocket)
                trusted.client().getSocketFactory().createSocket(socket, "localhost", socket.getPort(), true);
        var parameters = secure.getSSLParameters();
        parameters.setApplicationProtocols(new String[] {"http/1.1"});
        secure.setSSLParameters(parameters);
        secure.startHandshake();
        assertThat(secure.getApplicationProtocol()).isEqualTo("http/1.1");
        return secure;
    }

    /** Returns whether a new connection gets this certificate. */
    private static boolean isShown(TestCertificate expected) throws GeneralSecurityException {
        try (var socket = secure(plain(InetAddress.getLoopbackAddress()), expected)) {
            return socket.isConnected();
        } catch (IOException _) {
            return false;
        }
    }

    /** Returns the response to a request, up to its last chunk. */
    private static String health(Socket socket) throws IOException {
        socket.getOutputStream().write(HEALTH);
        var in = socket.getInputStream();
        var response = new StringBuilder();
        while (response.indexOf("\r\n0\r\n\r\n") < 0) {
            int next = in.read();
            assertThat(next).as(response.toString()).isNotNegative();
            response.append((char) next);
        }
        return response.toString();
    }
}
