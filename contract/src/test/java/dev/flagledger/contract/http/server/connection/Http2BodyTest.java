package dev.flagledger.contract.http.server.connection;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flagledger.contract.http.server.Http2Client;
import dev.flagledger.contract.http.server.body.ReadAhead;
import java.io.IOException;
import java.time.Duration;
import org.eclipse.jetty.http2.server.HTTP2CServerConnectionFactory;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.Callback;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Bodies over HTTP/2 whose length no header announces. */
class Http2BodyTest {

    private static final Duration SHORT = Duration.ofMillis(300);

    private final Server server = new Server();
    private final HttpConfiguration http = new HttpConfiguration();
    private final ServerConnector connector = new ServerConnector(server, new HTTP2CServerConnectionFactory(http));

    @AfterEach
    void stop() throws Exception {
        server.stop();
    }

    @Test
    void aSlowBodyEndsItsRequestAlone() throws Exception {
        start(new BodyRate(SHORT, 100), Duration.ZERO);
        try (var client = connect()) {
            client.post(1);

            assertThat(client.readStatus(1)).isNotEqualTo(200);
            client.get(3);
            assertThat(client.readStatus(3)).isEqualTo(200);
        }
    }

    @Test
    void aBodyThatStopsEndsItsRequestAlone() throws Exception {
        start(new BodyTimeout(SHORT), Duration.ZERO);
        try (var client = connect()) {
            client.post(1);
            client.data(1, false);

            assertThat(client.readStatus(1)).isNotEqualTo(200);
            client.get(3);
            assertThat(client.readStatus(3)).isEqualTo(200);
        }
    }

    @Test
    void theTimeoutOfABodyEndsWithTheBody() throws Exception {
        start(new BodyTimeout(SHORT), SHORT.multipliedBy(4));
        try (var client = connect()) {
            client.post(1);
            client.data(1, false);
            client.data(1, true);

            assertThat(client.readStatus(1)).isEqualTo(200);
        }
    }

    /** Starts a server that reads each body, and responds after some time. */
    private void start(HttpConfiguration.Customizer limit, Duration handling) throws Exception {
        http.addCustomizer(new ReadAhead());
        http.addCustomizer(limit);
        server.addConnector(connector);
        server.setHandler(new Handler.Abstract() {
            @Override
            public boolean handle(Request request, Response response, Callback callback) throws Exception {
                Content.Source.consumeAll(request);
                Thread.sleep(handling);
                callback.succeeded();
                return true;
            }
        });
        server.start();
    }

    private Http2Client connect() throws IOException {
        return new Http2Client(connector.getLocalPort());
    }
}
