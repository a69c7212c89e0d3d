package dev.flagledger.contract.http.server.connection;

import java.time.Duration;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpStream;
import org.eclipse.jetty.server.Request;
import org.jspecify.annotations.Nullable;

/**
 * Shortens the idle timeout of a request until its body has been read to the end: that of the connection, or with HTTP/2 that of
 * the stream. {@link HttpConfiguration#setIdleTimeout} does so for every request, and sets a timer twice for each.
 */
final class BodyTimeout implements HttpConfiguration.Customizer {

    private final long limit;

    BodyTimeout(Duration limit) {
        this.limit = limit.toMillis();
    }

    @Override
    public Request customize(Request request, HttpFields.Mutable responseHeaders) {
        if (UnreadBodies.hasMoreBody(request)) {
            request.addHttpStreamWrapper(stream -> exceeds(stream.getIdleTimeout()) ? new Stream(stream) : stream);
        }
        return request;
    }

    private boolean exceeds(long usual) {
        return usual <= 0 || usual > limit;
    }

    private final class Stream extends HttpStream.Wrapper {

        private final long usual;
        private boolean restored;

        Stream(HttpStream stream) {
            super(stream);
            this.usual = stream.getIdleTimeout();
            stream.setIdleTimeout(limit);
        }

        @Override
        public Content.@Nullable Chunk read() {
            var chunk = super.read();
            if (chunk != null && chunk.isLast()) {
                restore();
            }
            return chunk;
        }

        @Override
        public void succeeded() {
            restore();
            super.succeeded();
        }

        @Override
        public void failed(Throwable failure) {
            restore();
            super.failed(failure);
        }

        private void restore() {
            if (!restored) {
                restored = true;
                setIdleTimeout(usual);
            }
        }
    }
}
