package dev.flagledger.query.sdk.identities;

import dev.flagledger.contract.http.ContractHeaders;
import dev.flagledger.installation.web.Positions;
import dev.flagledger.query.sdk.flags.ApplicationServlet;
import dev.flagledger.query.sdk.flags.SdkRequest;
import dev.flagledger.query.sdk.flags.UpdatedAt;
import java.nio.ByteBuffer;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.PreEncodedHttpField;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.BufferUtil;
import org.eclipse.jetty.util.Callback;
import org.springframework.stereotype.Component;

/** Sends responses about identities without blocking. */
@Component
final class IdentitySender {

    private static final HttpField VARY = new PreEncodedHttpField(HttpHeader.VARY, ApplicationServlet.VARY);
    private static final HttpField JSON = new PreEncodedHttpField(HttpHeader.CONTENT_TYPE, "application/json");
    private static final HttpField ALLOW = new PreEncodedHttpField(HttpHeader.ALLOW, IdentitiesServlet.METHODS);

    /** In bytes. Jetty's pool keeps no larger buffers, and allocating a direct one for each response is slow. */
    private static final int LARGEST_POOLED = 64 << 10;

    private final Positions positions;

    IdentitySender(Positions positions) {
        this.positions = positions;
    }

    void send(SdkRequest sdk, IdentityResponse answer, Request request, Response response, Callback callback) {
        ContractHeaders.on(request, response, VARY);
        var headers = response.getHeaders();
        headers.add(ALLOW);
        headers.add(
                "X-Flagsmith-Document-Updated-At",
                UpdatedAt.text(sdk.environment().updatedAt()));
        headers.add(Positions.HEADER, Long.toString(positions.reached()));
        headers.add(JSON);
        headers.add(HttpHeader.CONTENT_LENGTH, answer.length());
        response.setStatus(200);
        write(answer, request, response, callback);
    }

    /** Assembles the pieces in the buffer that the socket reads from, so that they are copied once. */
    private static void write(IdentityResponse answer, Request request, Response response, Callback callback) {
        if (answer.length() > LARGEST_POOLED) {
            response.write(true, ByteBuffer.wrap(answer.bytes()), callback);
            return;
        }
        var pooled = request.getComponents().getByteBufferPool().acquire(answer.length(), true);
        var body = pooled.getByteBuffer();
        BufferUtil.clearToFill(body);
        answer.writeTo(body);
        body.flip();
        response.write(true, body, Callback.from(callback, pooled::release));
    }
}
