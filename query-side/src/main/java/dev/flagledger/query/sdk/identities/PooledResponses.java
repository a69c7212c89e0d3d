package dev.flagledger.query.sdk.identities;

import dev.flagledger.query.sdk.identities.registry.IdentityResponse;
import java.nio.ByteBuffer;
import java.util.concurrent.Semaphore;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.BufferUtil;
import org.eclipse.jetty.util.Callback;

/**
 * Writes responses from pooled direct buffers. A client that does not read keeps its buffers, and one with HTTP/2 may have many, so
 * their number is limited; beyond that, responses are written from arrays.
 */
final class PooledResponses {

    /** The maximum number of buffers in use: at most 32 MiB in all. */
    static final int MOST = 512;

    /** In bytes. Jetty's pool keeps no larger buffers, and allocating a direct one for each response is slow. */
    private static final int LARGEST = 64 << 10;

    private final Semaphore free = new Semaphore(MOST);

    /** Assembles the pieces in the buffer that the socket reads from, so that they are copied once. */
    void write(IdentityResponse answer, Request request, Response response, Callback callback) {
        if (answer.length() > LARGEST || !free.tryAcquire()) {
            response.write(true, ByteBuffer.wrap(answer.bytes()), callback);
            return;
        }
        var pooled = request.getComponents().getByteBufferPool().acquire(answer.length(), true);
        var body = pooled.getByteBuffer();
        BufferUtil.clearToFill(body);
        answer.writeTo(body);
        body.flip();
        response.write(true, body, Callback.from(callback, () -> {
            pooled.release();
            free.release();
        }));
    }
}
