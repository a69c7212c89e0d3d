package dev.flagledger.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Clients behind a PROXY protocol proxy. Each address may log in once a minute, which shows the one that counts. */
class ProxyProtocolIT {

    private static final String LOGIN =
            "POST /api/v1/auth/login/ HTTP/1.1\r\nHost: fl\r\nContent-Type: application/json\r\n"
                    + "Connection: close\r\nContent-Length: 45\r\n\r\n{\"email\":\"nobody@example.test\",\"password\":\"\"}";
    private static final byte[] NOTHING = {};

    private static TestServer server;

    @BeforeAll
    static void start() {
        server = TestServer.start(Map.of(
                "flagledger.http.proxy-protocol", "true",
                "flagledger.http.trusted-proxies", "127.0.0.0/8,::1/128",
                "flagledger.login.per-minute", "1"));
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void version1NamesTheClient() throws IOException {
        assertThat(logIn(version1("203.0.113.7"))).startsWith("HTTP/1.1 400 ");
        assertThat(logIn(version1("203.0.113.7"))).startsWith("HTTP/1.1 429 ");
        assertThat(logIn(version1("203.0.113.8"))).startsWith("HTTP/1.1 400 ");
    }

    @Test
    void version2NamesTheClient() throws IOException {
        assertThat(logIn(version2("203.0.113.17"))).startsWith("HTTP/1.1 400 ");
        assertThat(logIn(version2("203.0.113.17"))).startsWith("HTTP/1.1 429 ");
        assertThat(logIn(version1("203.0.113.17"))).startsWith("HTTP/1.1 429 ");
        assertThat(logIn(version2("203.0.113.18"))).startsWith("HTTP/1.1 400 ");
    }

    @Test
    void aHealthCheckNeedsNoSuchHeader() {
        assertThat(server.api().get("/health").status()).isEqualTo(200);
    }

    @Test
    void headersOfUntrustedSendersAreRefused() throws IOException {
        var address = ownAddress();
        assumeTrue(address.isPresent(), "this machine has no address but the loopback one");

        // A client whose header is accepted gets a 429 the second time.
        assertThat(exchange(address.get(), version1("203.0.113.9"))).startsWith("HTTP/1.1 400 ");
        assertThat(exchange(address.get(), version1("203.0.113.9"))).startsWith("HTTP/1.1 400 ");
        assertThat(exchange(address.get(), NOTHING)).startsWith("HTTP/1.1 400 ").contains("application/json");
    }

    private static String logIn(byte[] header) throws IOException {
        return exchange(InetAddress.getLoopbackAddress(), header);
    }

    private static String exchange(InetAddress address, byte[] header) throws IOException {
        try (var socket = new Socket(address, server.address().getPort())) {
            var bytes = new ByteArrayOutputStream();
            bytes.writeBytes(header);
            bytes.writeBytes(LOGIN.getBytes(StandardCharsets.US_ASCII));
            socket.getOutputStream().write(bytes.toByteArray());
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
        }
    }

    static byte[] version1(String client) {
        return ("PROXY TCP4 " + client + " 198.51.100.1 4711 443\r\n").getBytes(StandardCharsets.US_ASCII);
    }

    private static byte[] version2(String client) throws IOException {
        var bytes = new ByteArrayOutputStream();
        bytes.writeBytes(HexFormat.of().parseHex("0d0a0d0a000d0a515549540a" + "2111" + "000c"));
        bytes.writeBytes(InetAddress.ofLiteral(client).getAddress());
        bytes.writeBytes(InetAddress.ofLiteral("198.51.100.1").getAddress());
        bytes.writeBytes(HexFormat.of().parseHex("126701bb"));
        return bytes.toByteArray();
    }

    /** Returns an address of this machine other than loopback. */
    static Optional<Inet4Address> ownAddress() throws IOException {
        return NetworkInterface.networkInterfaces()
                .flatMap(NetworkInterface::inetAddresses)
                .filter(Inet4Address.class::isInstance)
                .map(Inet4Address.class::cast)
                .filter(address -> !address.isLoopbackAddress() && !address.isLinkLocalAddress())
                .findFirst();
    }
}
