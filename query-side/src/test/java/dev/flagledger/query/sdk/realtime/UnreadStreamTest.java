package dev.flagledger.query.sdk.realtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.Callback;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A client that opens a stream and does not read it. */
class UnreadStreamTest {

    private static final int MESSAGES = 2_000;

    private final CompletableFuture<Listener> joined = new CompletableFuture<>();
    private final CompletableFuture<Listener> left = new CompletableFuture<>();
    private final Server server = new Server();
    private final ServerConnector connector = new ServerConnector(server);

    @BeforeEach
    void start() throws Exception {
        connector.setIdleTimeout(500);
        server.addConnector(connector);
        server.setHandler(new Handler.Abstract() {
            @Override
            public boolean handle(Request request, Response response, Callback callback) {
                join(request, response, callback);
                return true;
            }
        });
        server.start();
    }

    private void join(Request request, Response response, Callback callback) {
        StreamHandler.limitSendBuffer(request);
        var listener = new Listener(5, response, callback, left::complete);
        listener.iterate();
        joined.complete(listener);
    }

    @AfterEach
    void stop() throws Exception {
        server.stop();
    }

    @Test
    void theConnectionIsClosedWhenNothingMoreCanBeSent() throws Exception {
        try (var socket = new Socket()) {
            socket.setReceiveBufferSize(4 << 10);
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), connector.getLocalPort()));
            socket.getOutputStream().write("GET / HTTP/1.1\r\nHost: a\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            var listener = joined.join();

            // Only the newest message waits for a full buffer, and the operating system may make room later.
            await().atMost(Duration.ofSeconds(20))
                    .pollInterval(Duration.ofMillis(10))
                    .until(() -> {
                        for (int second = 0; second < MESSAGES; second++) {
                            listener.send(Message.changed(Instant.ofEpochSecond(second)));
                        }
                        return left.isDone();
                    });
            assertThat(left.join()).isSameAs(listener);
            await().until(() -> connector.getConnectedEndPoints().isEmpty());
        }
    }
}
