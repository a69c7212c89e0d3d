package dev.flagledger.contract.http.server.protocol;

import java.time.Duration;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http2.HTTP2Connection;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.Request;

/**
 * Shortens the idle timeout of an HTTP/2 request with a body. The other requests of its connection keep theirs.
 */
final class StreamTimeout implements HttpConfiguration.Customizer {

    private final long limit;

    StreamTimeout(Duration limit) {
        this.limit = limit.toMillis();
    }

    @Override
    public Request customize(Request request, HttpFields.Mutable responseHeaders) {
        if (request.getConnectionMetaData().getConnection() instanceof HTTP2Connection connection) {
            var stream = connection.getSession().getStream(Integer.parseInt(request.getId()));
            if (stream != null && !stream.isRemotelyClosed() && isShorterThan(stream.getIdleTimeout())) {
                stream.setIdleTimeout(limit);
            }
        }
        return request;
    }

    private boolean isShorterThan(long usual) {
        return usual <= 0 || limit < usual;
    }
}
