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
    public void answer(Response response, HttpField allow) {
        ContractHeaders.on(request, response, VARY);
        response.getHeaders().add(allow);
    }

    /** Sends a body that is {@link PreparedBody#isReady ready} in the form that {@link #gzip} says. */
    public void send(Response response, PreparedBody body, Callback callback) {
        var headers = response.getHeaders();
        headers.add(body.updatedAt(sdk.environment().updatedAt()));
        if (gzip) {
            headers.add(GZIP);
        }
        headers.add(JSON);
        headers.add(body.contentLength(gzip));
        response.setStatus(200);
        response.write(true, ByteBuffer.wrap(body.bytes(gzip)), callback);
    }
}
