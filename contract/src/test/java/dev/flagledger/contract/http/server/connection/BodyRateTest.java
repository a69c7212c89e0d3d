package dev.flagledger.contract.http.server.connection;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.Callback;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class BodyRateTest {

    private static final Duration LONG = Duration.ofDays(1);
    private static final Duration SHORT = Duration.ofMillis(300);

    private final Server server = new Server();
    private final HttpConnectionFactory http = new HttpConnectionFactory();
    private final ServerConnector connector = new ServerConnector(server, http);

    @AfterEach
    void stop() throws Exception {
        server.stop();
    }

    @Test
    void aSlowBodyIsCutOff() throws Exception {
        start(SHORT, 100);

        assertThat(exchange(1_000, 100, 10)).isEmpty();
    }

    @Test
    void aMissingBodyIsCutOff() throws Exception {
        start(SHORT, 100);

        assertThat(exchange(1_000, 0, 0)).isEmpty();
    }

    @Test
    void eachByteExtendsTheTime() throws Exception {
        // Each byte adds a second.
        start(SHORT, 1);

        assertThat(exchange(10, 10, 100)).startsWith("HTTP/1.1 200");
    }

    @Test
    void theRateDoesNotCountDuringTheGracePeriod() throws Exception {
        start(LONG, 1_000_000);

        assertThat(exchange(10, 10, 50)).startsWith("HTTP/1.1 200");
    }

    @Test
    void withoutAMinimumNoBodyIsCutOff() throws Exception {
        start(Duration.ZERO, 0);

        assertThat(exchange(5, 5, 50)).startsWith("HTTP/1.1 200");
    }

    @Test
    void timeSpentInTheServerDoesNotCount() throws Exception {
        start(SHORT, 1_000_000, 900);

        assertThat(exchange(10, 10, 0)).startsWith("HTTP/1.1 200");
    }

    private void start(Duration grace, long rate) throws Exception {
        start(grace, rate, 0);
    }

    /** Starts a server that waits before and after it reads a body, for so many milliseconds each. */
    private void start(Duration grace, long rate, long handling) throws Exception {
        http.getHttpConfiguration().addCustomizer(new BodyRate(grace, rate));
        server.addConnector(connector);
        server.setHandler(new Handler.Abstract() {
            @Override
            public boolean handle(Request request, Response response, Callback callback) throws Exception {
                Thread.sleep(handling);
                Content.Source.consumeAll(request);
                Thread.sleep(handling);
                callback.succeeded();
                return true;
            }
        });
        server.start();
    }

    /**
     * Returns the response to a body of this length, of which some bytes are sent, one by one; empty if the connection is closed.
     */
    private String exchange(int length, int sent, long pause) throws Exception {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), connector.getLocalPort())) {
            socket.setSoTimeout(20_000);
            var header = "POST / HTTP/1.1\r\nHost: a\r\nConnection: close\r\nContent-Length: " + length + "\r\n\r\n";
            socket.getOutputStream().write(header.getBytes(StandardCharsets.US_ASCII));
            for (int i = 0; i < sent; i++) {
                Thread.sleep(pause);
                socket.getOutputStream().write('x');
            }
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
        } catch (SocketTimeoutException e) {
            throw e;
        } catch (IOException _) {
            // The connection was closed meanwhile.
            return "";
        }
    }
}
