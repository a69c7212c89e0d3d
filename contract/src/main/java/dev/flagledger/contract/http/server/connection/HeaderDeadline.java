package dev.flagledger.contract.http.server.connection;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.http2.HTTP2Connection;
import org.eclipse.jetty.io.Connection;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.io.ssl.SslConnection;
import org.eclipse.jetty.server.Connector;
import org.eclipse.jetty.util.component.AbstractLifeCycle;
import org.jspecify.annotations.Nullable;

/**
 * Closes connections whose request header is not complete in time, which an idle timeout does not do while bytes trickle in. The
 * time starts when a connection is opened, and on a kept one with the first byte after a response. Connections are checked once a
 * second.
 *
 * <p>An HTTP/2 connection without open requests is closed if a frame, or the header that it belongs to, is not complete in time.
 * While requests are open there is no such limit: their bodies may arrive in frames that take longer.
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
     * What was read from a connection by the last check.
     *
     * @param mark changes with each request, or with each HTTP/2 frame
     * @param bytes the number of bytes read, before decryption
     * @param begun whether a header is expected or has begun
     * @param since when that was first seen, in nanoseconds
     */
    private record Progress(long mark, long bytes, boolean begun, long since) {}

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
                seen = check(System.nanoTime());
            } finally {
                schedule();
            }
        }
    }

    private Map<EndPoint, Progress> check(long now) {
        var checked = new HashMap<EndPoint, Progress>();
        for (var endPoint : connector.getConnectedEndPoints()) {
            var connection = endPoint.getConnection();
            var decrypted = behindTls(connection);
            if (decrypted != null && !exchanges.contains(decrypted)) {
                var progress = progress(connection, decrypted, seen.get(endPoint), now);
                if (progress.begun() && now - progress.since() >= limit.toNanos()) {
                    endPoint.close();
                } else {
                    checked.put(endPoint, progress);
                }
            }
        }
        return checked;
    }

    /** Returns the progress since the last check. The time until the first request includes handshakes and protocol changes. */
    private static Progress progress(Connection connection, Connection decrypted, @Nullable Progress before, long now) {
        // The mark first: with a newer mark, the bytes of a request that arrives in between would seem to follow it.
        long mark = mark(decrypted);
        long bytes = connection.getBytesIn();
        if (decrypted.getMessagesIn() <= 0) {
            return new Progress(mark, bytes, true, before == null ? now : before.since());
        }
        if (before == null || before.mark() != mark) {
            return new Progress(mark, bytes, false, now);
        }
        return before.begun() || before.bytes() == bytes ? before : new Progress(mark, bytes, true, now);
    }

    private static long mark(Connection connection) {
        return connection instanceof HTTP2Connection http2
                ? http2.getSession().getParser().getBeginNanoTime()
                : connection.getMessagesIn();
    }

    /** Returns the connection that counts requests. */
    private static @Nullable Connection behindTls(@Nullable Connection connection) {
        return connection instanceof SslConnection tls ? tls.getSslEndPoint().getConnection() : connection;
    }
}
