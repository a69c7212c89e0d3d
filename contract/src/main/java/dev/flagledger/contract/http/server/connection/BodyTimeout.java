package dev.flagledger.contract.http.server.connection;

import java.time.Duration;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpVersion;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.Request;

/**
 * Shortens the idle timeout of a connection during a request whose body has not arrived whole; HTTP/2 requests have timeouts of
 * their own. {@link HttpConfiguration#setIdleTimeout} does so for every request, and sets a timer twice for each.
 */
final class BodyTimeout implements HttpConfiguration.Customizer {

    private final long limit;

    BodyTimeout(Duration limit) {
        this.limit = limit.toMillis();
    }

    @Override
    public Request customize(Request request, HttpFields.Mutable responseHeaders) {
        var connection = request.getConnectionMetaData();
        if (connection.getHttpVersion() != HttpVersion.HTTP_2 && UnreadBodies.hasMoreBody(request)) {
            var endPoint = connection.getConnection().getEndPoint();
            long usual = endPoint.getIdleTimeout();
            if (usual <= 0 || usual > limit) {
                endPoint.setIdleTimeout(limit);
                Request.addCompletionListener(request, _ -> endPoint.setIdleTimeout(usual));
            }
        }
        return request;
    }
}
