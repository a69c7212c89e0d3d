package dev.flagledger.contract.http.server.connection;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpVersion;
import org.eclipse.jetty.io.Connection;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.Request;
import org.jspecify.annotations.Nullable;

/**
 * The connections with requests that are not completed and more of which may arrive. Jetty's counts of messages do not show it: an
 * interim response, such as {@code 100 Continue}, is counted as a response. With HTTP/1.1, nothing is read of a connection while it
 * has a request whose body has arrived whole, so those need not be known.
 */
final class OpenExchanges implements HttpConfiguration.Customizer {

    /** With the number of these requests: of HTTP/2 there may be many. */
    private final Map<Connection, Integer> open = new ConcurrentHashMap<>();

    @Override
    public Request customize(Request request, HttpFields.Mutable responseHeaders) {
        var metaData = request.getConnectionMetaData();
        if (metaData.getHttpVersion() == HttpVersion.HTTP_2 || UnreadBodies.hasMoreBody(request)) {
            var connection = metaData.getConnection();
            open.merge(connection, 1, Integer::sum);
            Request.addCompletionListener(request, _ -> open.computeIfPresent(connection, OpenExchanges::less));
        }
        return request;
    }

    private static @Nullable Integer less(Connection connection, int requests) {
        return requests == 1 ? null : requests - 1;
    }

    /** Whether the connection has such a request. */
    boolean contains(Connection connection) {
        return open.containsKey(connection);
    }
}
