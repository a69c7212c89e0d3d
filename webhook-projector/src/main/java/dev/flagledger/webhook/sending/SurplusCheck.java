package dev.flagledger.webhook.sending;

import java.io.IOException;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.impl.io.HttpRequestExecutor;
import org.apache.hc.core5.http.io.HttpClientConnection;
import org.apache.hc.core5.http.io.HttpResponseInformationCallback;
import org.apache.hc.core5.http.protocol.HttpContext;
import org.apache.hc.core5.util.Timeout;
import org.jspecify.annotations.Nullable;

/**
 * Refuses to reuse a connection on which more came than the response to the last request. What came would be read as the response to
 * the next, and might acknowledge a message that the receiver has not seen.
 */
final class SurplusCheck extends HttpRequestExecutor {

    private static final Timeout SHORTEST = Timeout.ofMilliseconds(1);

    /** There is unread input. Nothing was sent. */
    static final class SurplusException extends IOException {

        private static final long serialVersionUID = 1;

        private SurplusException() {
            super("The receiver sent more than one response to a request");
        }
    }

    @Override
    public ClassicHttpResponse execute(
            ClassicHttpRequest request,
            HttpClientConnection connection,
            @Nullable HttpResponseInformationCallback informationCallback,
            HttpContext context)
            throws IOException, HttpException {
        if (connection.getEndpointDetails().getRequestCount() > 0 && connection.isDataAvailable(SHORTEST)) {
            throw new SurplusException();
        }
        return super.execute(request, connection, informationCallback, context);
    }
}
