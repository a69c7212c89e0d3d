package dev.flagledger.contract.http.server.connection;

import dev.flagledger.contract.http.server.body.BodyAhead;
import java.nio.ByteBuffer;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.http.MetaData;
import org.eclipse.jetty.http2.HTTP2Connection;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpStream;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;

/**
 * Adds {@code Connection: close} to the response if the request's body has not been read to its end. Jetty closes such a connection
 * anyway; a client that does not know would lose its next request on it.
 */
final class UnreadBodies implements HttpConfiguration.Customizer {

    @Override
    public Request customize(Request request, HttpFields.Mutable responseHeaders) {
        if (hasMoreBody(request)) {
            request.addHttpStreamWrapper(Stream::new);
        }
        return request;
    }

    /** Returns whether the request has a body, even an empty one, that has not been read to its end. */
    static boolean hasMoreBody(Request request) {
        if (BodyAhead.wholeOf(request) != null) {
            return false;
        }
        if (request.getConnectionMetaData().getConnection() instanceof HTTP2Connection connection) {
            // No header needs to announce the body.
            var stream = connection.getSession().getStream(Integer.parseInt(request.getId()));
            return stream != null && !stream.isRemotelyClosed();
        }
        var headers = request.getHeaders();
        return headers.contains(HttpHeader.CONTENT_LENGTH) || headers.contains(HttpHeader.TRANSFER_ENCODING);
    }

    private static final class Stream extends HttpStream.Wrapper {

        Stream(HttpStream stream) {
            super(stream);
        }

        @Override
        public void send(
                MetaData.Request request,
                MetaData.@Nullable Response response,
                boolean last,
                @Nullable ByteBuffer content,
                Callback callback) {
            if (response != null && !HttpStatus.isInterim(response.getStatus())) {
                // Ends the connection with the response if there is more to read than has arrived.
                consumeAvailable();
            }
            super.send(request, response, last, content, callback);
        }
    }
}
