package dev.flagledger.query.sdk.flags;

import dev.flagledger.query.sdk.flags.body.PreparedBody;
import java.nio.ByteBuffer;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.PreEncodedHttpField;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/**
 * A GET with an environment key that is known in memory, and no query, body or position.
 *
 * @param gzip whether the client prefers a compressed response
 */
public record PlainRead(Request request, SdkRequest sdk, boolean gzip) {

    private static final HttpField JSON = new PreEncodedHttpField(HttpHeader.CONTENT_TYPE, "application/json");
    private static final HttpField GZIP = new PreEncodedHttpField(HttpHeader.CONTENT_ENCODING, "gzip");

    /** Sends a body that is {@link PreparedBody#isReady ready} in the form that {@link #gzip} selects. */
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
