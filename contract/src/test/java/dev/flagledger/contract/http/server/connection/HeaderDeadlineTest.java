package dev.flagledger.contract.http.server.connection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.LocalConnector;
import org.eclipse.jetty.server.LocalConnector.LocalEndPoint;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.util.Callback;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Connections are checked when the test says so. With the shortest limit, they time out at the second check. */
class HeaderDeadlineTest {

    private static final Duration SHORTEST = Duration.ofNanos(1);
    private static final String REQUEST = "GET / HTTP/1.1\r\nHost: a\r\n\r\n";

    private final ManualScheduler scheduler = new ManualScheduler();
    private final OpenExchanges exchanges = new OpenExchanges();
    private final BlockingQueue<Callback> handled = new LinkedBlockingQueue<>();
    private final Server server = new Server();
    private final HttpConnectionFactory http = new HttpConnectionFactory();
    private final LocalConnector connector = new LocalConnector(server, null, scheduler, null, 1, http);
    private HeaderDeadline deadline = new HeaderDeadline(connector, exchanges, SHORTEST);

    @BeforeEach
    void start() throws Exception {
        http.getHttpConfiguration().addCustomizer(exchanges);
        server.addConnector(connector);
        server.setHandler(new Handler.Abstract() {
            @Override
            public boolean handle(Request request, Response response, Callback callback) {
                handled.add(callback);
                return true;
            }
        });
        server.start();
    }

    @AfterEach
    void stop() throws Exception {
        deadline.stop();
        server.stop();
    }

    @Test
    void connectionsAreCheckedOnceASecond() throws Exception {
        startDeadline(SHORTEST);

        assertThat(scheduler.delays()).containsExactly(1_000L);
        check();
        assertThat(scheduler.delays()).containsExactly(1_000L, 1_000L);
    }

    @Test
    void aConnectionWithoutARequestIsClosedInTime() throws Exception {
        startDeadline(SHORTEST);
        var connection = connect();

        check();
        assertThat(connection.isOpen()).isTrue();
        check();
        assertThat(connection.isOpen()).isFalse();
    }

    @Test
    void furtherBytesDoNotExtendTheTime() throws Exception {
        startDeadline(SHORTEST);
        var connection = connect();

        check();
        send(connection, "GET / HT");
        check();
        assertThat(connection.isOpen()).isFalse();
    }

    @Test
    void aHeaderMayTakeUntilTheLimit() throws Exception {
        startDeadline(Duration.ofDays(1));
        var connection = connect();

        check();
        send(connection, "GET / HT");
        check();
        check();
        assertThat(connection.isOpen()).isTrue();
    }

    @Test
    void aRequestThatIsBeingHandledHasNoDeadline() throws Exception {
        startDeadline(SHORTEST);
        var connection = connect();

        check();
        send(connection, REQUEST);
        var response = handled.take();
        check();
        check();
        assertThat(connection.isOpen()).isTrue();
        complete(connection, response);
    }

    @Test
    void aKeptConnectionMayBeIdle() throws Exception {
        startDeadline(SHORTEST);
        var connection = connect();
        send(connection, REQUEST);
        complete(connection, handled.take());

        check();
        check();
        check();
        assertThat(connection.isOpen()).isTrue();
    }

    @Test
    void onAKeptConnectionTheTimeStartsWithTheFirstByte() throws Exception {
        startDeadline(SHORTEST);
        var connection = connect();
        send(connection, REQUEST);
        complete(connection, handled.take());

        check();
        send(connection, "G");
        check();
        assertThat(connection.isOpen()).isTrue();
        check();
        assertThat(connection.isOpen()).isFalse();
    }

    @Test
    void eachRequestHasItsOwnDeadline() throws Exception {
        startDeadline(SHORTEST);
        var connection = connect();
        for (int i = 0; i < 3; i++) {
            check();
            send(connection, REQUEST);
            complete(connection, handled.take());
        }

        check();
        check();
        assertThat(connection.isOpen()).isTrue();
    }

    @Test
    void afterAStopNothingIsClosed() throws Exception {
        startDeadline(Duration.ZERO);
        var connection = connect();
        deadline.stop();

        check();
        assertThat(connection.isOpen()).isTrue();
        assertThat(scheduler.delays()).hasSize(1);
    }

    private void startDeadline(Duration limit) throws Exception {
        deadline = new HeaderDeadline(connector, exchanges, limit);
        scheduler.during(deadline::start);
    }

    private void check() throws Exception {
        scheduler.during(scheduler.task()::run);
    }

    private LocalEndPoint connect() {
        var connection = connector.connect();
        await().until(() -> connection.getConnection() != null);
        return connection;
    }

    private static void send(LocalEndPoint connection, String bytes) {
        long before = connection.getConnection().getBytesIn();
        connection.addInput(bytes);
        await().until(() -> connection.getConnection().getBytesIn() == before + bytes.length());
    }

    private void complete(LocalEndPoint connection, Callback response) throws Exception {
        response.succeeded();
        assertThat(connection.getResponse()).startsWith("HTTP/1.1 200 ");
        await().until(() -> !exchanges.contains(connection.getConnection()));
    }
}
