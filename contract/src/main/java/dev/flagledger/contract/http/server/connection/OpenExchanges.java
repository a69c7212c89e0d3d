package dev.flagledger.contract.http.server.connection;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.io.Connection;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.Request;

/**
 * The connections whose current request is not completed. Jetty's counts of messages do not show it: an interim response, such as
 * {@code 100 Continue}, is counted as a response.
 */
final class OpenExchanges implements HttpConfiguration.Customizer {

    private final Set<Connection> open = ConcurrentHashMap.newKeySet();

    @Override
    public Request customize(Request request, HttpFields.Mutable responseHeaders) {
        var connection = request.getConnectionMetaData().getConnection();
        open.add(connection);
        Request.addCompletionListener(request, _ -> open.remove(connection));
        return request;
    }

    /** Whether the connection has a request whose header is complete, and which is not completed itself. */
    boolean contains(Connection connection) {
        return open.contains(connection);
    }
}
