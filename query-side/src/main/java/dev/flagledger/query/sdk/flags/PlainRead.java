package dev.flagledger.query.sdk.flags;

import dev.flagledger.contract.http.ContractHeaders;
import java.nio.ByteBuffer;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.PreEncodedHttpField;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/**
 * A GET with nothing but an environment's key that can be looked up in memory, and what is answered to it.
 *
 * @param gzip whether the client prefers a compressed answer
 */
public record PlainRead(Request request, SdkRequest sdk, boolean gzip) {

    private static final HttpField VARY = new PreEncodedHttpField(HttpHeader.VARY, PreparedResponses.VARY);
    private static final HttpField JSON = new PreEncodedHttpField(HttpHeader.CONTENT_TYPE, "application/json");
    private static final HttpField GZIP = new PreEncodedHttpField(HttpHeader.CONTENT_ENCODING, "gzip");

    /** Begins an answer with the headers that all have. */
    public void answer(Response response, String methods) {
        ContractHeaders.on(request, response, VARY);
        response.getHeaders().add(HttpHeader.ALLOW, methods);
    }

    /** Sends a body in the form that {@link #gzip} says. */
    public void send(Response response, ByteBuffer body, Callback callback) {
        var headers = response.getHeaders();
        headers.add(
                "X-Flagsmith-Document-Updated-At",
                UpdatedAt.text(sdk.environment().updatedAt()));
        if (gzip) {
            headers.add(GZIP);
        }
        headers.add(JSON);
        headers.add(HttpHeader.CONTENT_LENGTH, body.remaining());
        response.setStatus(200);
        response.write(true, body, callback);
    }
}
