package dev.flagledger.contract.http.server.body;

import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.Request;

/**
 * Reads what has arrived of a short body, without waiting for more. Such bodies mostly come in the same packet as the header, and
 * then the request can be answered at once, and needs no timer for its body.
 */
public final class ReadAhead implements HttpConfiguration.Customizer {

    /** In bytes: what fits into the buffer of a connection together with a header. What is said of an identity takes a few hundred. */
    static final int LONGEST = 4 << 10;

    @Override
    public Request customize(Request request, HttpFields.Mutable responseHeaders) {
        long length = request.getLength();
        if (length <= 0 || length > LONGEST || request.getHeaders().contains(HttpHeader.EXPECT)) {
            return request;
        }
        var chunk = request.read();
        return chunk == null ? request : BodyAhead.of(request, length, chunk);
    }
}
