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
 * The connections with incomplete requests of which more may arrive. Jetty's message counts do not show it: they count an interim
 * response, such as {@code 100 Continue}, as a response. HTTP/1.1 connections whose request body has arrived whole are left out,
 * since nothing is read from them meanwhile.
 */
final class OpenExchanges implements HttpConfiguration.Customizer {

    /** With the number of such requests, of which an HTTP/2 connection may have many. */
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

    /** Returns whether the connection has such a request. */
    boolean contains(Connection connection) {
        return open.containsKey(connection);
    }
}
