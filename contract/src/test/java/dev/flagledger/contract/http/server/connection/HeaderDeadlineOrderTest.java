package dev.flagledger.contract.http.server.connection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import org.eclipse.jetty.io.AbstractConnection;
import org.eclipse.jetty.io.Connection;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.server.AbstractConnectionFactory;
import org.eclipse.jetty.server.Connector;
import org.eclipse.jetty.server.LocalConnector;
import org.eclipse.jetty.server.Server;
import org.junit.jupiter.api.Test;

/** A request arrives, and is answered, in the middle of a check. */
class HeaderDeadlineOrderTest {

    private static final int BYTES = 20;

    private final ManualScheduler scheduler = new ManualScheduler();
    private volatile int requests = 1;
    private volatile boolean arrives;

    @Test
    void itsBytesAreNotTakenForTheNextHeader() throws Exception {
        var server = new Server();
        var connector = new LocalConnector(server, null, scheduler, null, 1, new Factory());
        server.addConnector(connector);
        server.start();
        var deadline = new HeaderDeadline(connector, new OpenExchanges(), Duration.ofNanos(1));
        try {
            scheduler.during(deadline::start);
            var connection = connector.connect();
            await().until(() -> connection.getConnection() != null);

            check();
            arrives = true;
            check();
            assertThat(requests).isEqualTo(2);
            check();
            check();
            assertThat(connection.isOpen()).isTrue();
        } finally {
            deadline.stop();
            server.stop();
        }
    }

    private void check() throws Exception {
        scheduler.during(scheduler.task()::run);
    }

    private final class Factory extends AbstractConnectionFactory {

        Factory() {
            super("http/1.1");
        }

        @Override
        public Connection newConnection(Connector connector, EndPoint endPoint) {
            return configure(new Arriving(connector, endPoint), connector, endPoint);
        }
    }

    /** A connection on which the request arrives after its bytes have been counted. */
    private final class Arriving extends AbstractConnection {

        Arriving(Connector connector, EndPoint endPoint) {
            super(endPoint, connector.getExecutor());
        }

        @Override
        public void onFillable() {}

        @Override
        public long getMessagesIn() {
            return requests;
        }

        @Override
        public long getBytesIn() {
            long bytes = (long) BYTES * requests;
            if (arrives) {
                arrives = false;
                requests = 2;
            }
            return bytes;
        }
    }
}
