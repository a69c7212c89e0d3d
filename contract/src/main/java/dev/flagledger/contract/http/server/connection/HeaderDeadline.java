package dev.flagledger.contract.http.server.connection;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.io.Connection;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.server.Connector;
import org.eclipse.jetty.util.component.AbstractLifeCycle;
import org.jspecify.annotations.Nullable;

/**
 * Closes connections whose request header is not complete in time, however steadily its bytes drip in: an idle timeout never
 * ends those. The time begins when a connection is opened, and on a kept one with the first byte after an answer. Connections
 * are looked at once a second.
 */
final class HeaderDeadline extends AbstractLifeCycle {

    private static final Duration INTERVAL = Duration.ofSeconds(1);

    private final Connector connector;
    private final OpenExchanges exchanges;
    private final Duration limit;
    private volatile Map<EndPoint, Progress> seen = Map.of();

    HeaderDeadline(Connector connector, OpenExchanges exchanges, Duration limit) {
        this.connector = connector;
        this.exchanges = exchanges;
        this.limit = limit;
    }

    /**
     * What was read of a connection when it was last looked at.
     *
     * @param requests the number of requests so far
     * @param bytes the number of bytes so far
     * @param begun whether a header is awaited, or has begun
     * @param since when it was seen to begin, in nanoseconds
     */
    private record Progress(long requests, long bytes, boolean begun, long since) {}

    @Override
    protected void doStart() {
        schedule();
    }

    private void schedule() {
        connector.getScheduler().schedule(this::sweep, INTERVAL.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void sweep() {
        if (isRunning()) {
            try {
                seen = look(System.nanoTime());
            } finally {
                schedule();
            }
        }
    }

    private Map<EndPoint, Progress> look(long now) {
        var looked = new HashMap<EndPoint, Progress>();
        for (var endPoint : connector.getConnectedEndPoints()) {
            var connection = endPoint.getConnection();
            if (connection != null && !exchanges.contains(connection)) {
                var progress = progress(connection, seen.get(endPoint), now);
                if (progress.begun() && now - progress.since() >= limit.toNanos()) {
                    endPoint.close();
                } else {
                    looked.put(endPoint, progress);
                }
            }
        }
        return looked;
    }

    private static Progress progress(Connection connection, @Nullable Progress before, long now) {
        long requests = connection.getMessagesIn();
        long bytes = connection.getBytesIn();
        if (before == null || before.requests() != requests) {
            return new Progress(requests, bytes, requests == 0, now);
        }
        return before.begun() || before.bytes() == bytes ? before : new Progress(requests, bytes, true, now);
    }
}
