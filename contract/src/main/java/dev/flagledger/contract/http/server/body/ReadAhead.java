package dev.flagledger.contract.http.server.body;

import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.Request;

/**
 * Reads one chunk of a short body, if one has arrived, without blocking. Such a body usually arrives in the same packet as the header; then the
 * request needs no timer for its body, and can be answered at once.
 */
public final class ReadAhead implements HttpConfiguration.Customizer {

    /** In bytes: fits into a connection's buffer together with a header. Reports about identities take a few hundred. */
    static final int MAX_LENGTH = 4 << 10;

    @Override
    public Request customize(Request request, HttpFields.Mutable responseHeaders) {
        long length = request.getLength();
        if (length <= 0 || length > MAX_LENGTH || request.getHeaders().contains(HttpHeader.EXPECT)) {
            return request;
        }
        var chunk = request.read();
        return chunk == null ? request : BodyAhead.of(request, length, chunk);
    }
}
