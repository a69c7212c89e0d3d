package dev.flagledger.contract.http.server.connection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Two connections are allowed from each address but the proxy's. */
class AddressLimitTest {

    private static final String PROXY = "127.0.0.9";
    private static final String CLIENT = "127.0.0.2";
    private static final String OTHER = "127.0.0.3";

    private final Server server = new Server();
    private final ServerConnector connector = new ServerConnector(server);
    private final List<Socket> sockets = new ArrayList<>();

    @BeforeEach
    void start() throws Exception {
        connector.addBean(new AddressLimit(2, address -> address.equals(InetAddress.ofLiteral(PROXY))));
        server.addConnector(connector);
        server.start();
    }

    @AfterEach
    void stop() throws Exception {
        for (var socket : sockets) {
            socket.close();
        }
        server.stop();
    }

    @Test
    void furtherConnectionsOfAnAddressAreClosedAtOnce() throws IOException {
        assertThat(isServed(connect(CLIENT))).isTrue();
        assertThat(isServed(connect(CLIENT))).isTrue();
        assertThat(isServed(connect(CLIENT))).isFalse();
        assertThat(isServed(connect(CLIENT))).isFalse();
    }

    @Test
    void otherAddressesMayStillConnect() throws IOException {
        for (int i = 0; i < 5; i++) {
            connect(CLIENT);
        }
        assertThat(isServed(connect(OTHER))).isTrue();
    }

    @Test
    void aClosedConnectionNoLongerCounts() throws IOException {
        var first = connect(CLIENT);
        assertThat(isServed(first)).isTrue();
        assertThat(isServed(connect(CLIENT))).isTrue();
        assertThat(isServed(connect(CLIENT))).isFalse();

        first.close();
        await().until(() -> isServed(connect(CLIENT)));
        assertThat(isServed(connect(CLIENT))).isFalse();
    }

    @Test
    void aTrustedProxyHasNoLimit() throws IOException {
        for (int i = 0; i < 5; i++) {
            assertThat(isServed(connect(PROXY))).isTrue();
        }
    }

    @Test
    void zeroDisablesTheLimit() throws Exception {
        connector.stop();
        connector.removeBean(connector.getBean(AddressLimit.class));
        connector.addBean(new AddressLimit(0, _ -> false));
        connector.start();

        for (int i = 0; i < 5; i++) {
            assertThat(isServed(connect(CLIENT))).isTrue();
        }
    }

    private Socket connect(String from) throws IOException {
        var socket = new Socket();
        sockets.add(socket);
        socket.setSoTimeout(20_000);
        socket.bind(new InetSocketAddress(InetAddress.ofLiteral(from), 0));
        socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), connector.getLocalPort()));
        return socket;
    }

    /** Returns whether a request gets a response, which is a 404, since there is no handler. */
    private static boolean isServed(Socket socket) throws IOException {
        try {
            socket.getOutputStream().write("GET / HTTP/1.1\r\nHost: a\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            return socket.getInputStream().read() >= 0;
        } catch (SocketTimeoutException e) {
            throw e;
        } catch (IOException _) {
            // The connection was closed meanwhile.
            return false;
        }
    }
}
