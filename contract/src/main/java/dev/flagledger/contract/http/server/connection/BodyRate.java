package dev.flagledger.contract.http.server.connection;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpVersion;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.HttpChannel;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpStream;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.util.NanoTime;
import org.eclipse.jetty.util.thread.Scheduler;
import org.jspecify.annotations.Nullable;

/**
 * Closes connections whose request body arrives more slowly than a minimum rate, once a grace period is over; with HTTP/2, fails
 * the request alone. An idle timeout does not catch clients that send a byte now and then. Only time spent waiting for the client
 * counts. Jetty's {@code MinimumDataRateHandler} has no such period.
 */
final class BodyRate implements HttpConfiguration.Customizer {

    private final long grace;
    private final long nanosForByte;

    /**
     * @param grace the time spent waiting for the client before the rate counts
     * @param rate bytes per second of further time; 0 for no minimum
     */
    BodyRate(Duration grace, long rate) {
        this.grace = grace.toNanos();
        this.nanosForByte = rate > 0 ? TimeUnit.SECONDS.toNanos(1) / rate : 0;
    }

    @Override
    public Request customize(Request request, HttpFields.Mutable responseHeaders) {
        if (nanosForByte > 0 && UnreadBodies.hasMoreBody(request)) {
            request.addHttpStreamWrapper(stream -> new Stream(stream, request));
        }
        return request;
    }

    /** Starts a timer whenever the server waits for the client. Jetty never calls these methods concurrently. */
    private final class Stream extends HttpStream.Wrapper {

        private final Request request;
        private long left = grace;
        private long since;
        private Scheduler.@Nullable Task alarm;

        Stream(HttpStream stream, Request request) {
            super(stream);
            this.request = request;
        }

        @Override
        public void demand() {
            since = NanoTime.now();
            alarm = request.getComponents()
                    .getScheduler()
                    .schedule(this::cutOff, Math.max(left, 0), TimeUnit.NANOSECONDS);
            super.demand();
        }

        @Override
        public Content.@Nullable Chunk read() {
            stopWaiting();
            var chunk = super.read();
            if (chunk != null) {
                left += chunk.remaining() * nanosForByte;
            }
            return chunk;
        }

        @Override
        public void succeeded() {
            stopWaiting();
            super.succeeded();
        }

        @Override
        public void failed(Throwable failure) {
            stopWaiting();
            super.failed(failure);
        }

        private void stopWaiting() {
            if (alarm != null) {
                alarm.cancel();
                alarm = null;
                left -= NanoTime.since(since);
            }
        }

        private void cutOff() {
            var tooSlow = new TimeoutException("The request body arrives too slowly");
            var connection = request.getConnectionMetaData();
            if (connection.getHttpVersion() != HttpVersion.HTTP_2) {
                connection.getConnection().getEndPoint().close(tooSlow);
                return;
            }
            // A reset of the stream would not wake the thread that reads.
            var failed = HttpChannel.from(request).onFailure(tooSlow);
            if (failed != null) {
                request.getComponents().getExecutor().execute(failed);
            }
        }
    }
}
