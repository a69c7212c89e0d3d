package dev.flagledger.contract.http.server.body;

import java.nio.ByteBuffer;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Request;
import org.jspecify.annotations.Nullable;

/** A request with the part of its body that has been read already. Readers of the request get that part first. */
public final class BodyAhead extends Request.Wrapper {

    private final byte @Nullable [] whole;
    private Content.@Nullable Chunk ahead;

    private BodyAhead(Request request, byte @Nullable [] whole, Content.Chunk ahead) {
        super(request);
        this.whole = whole;
        this.ahead = ahead;
    }

    /**
     * Returns the body of a request, if it is short and arrived whole with the header. It can still be read from the request.
     *
     * @return null if there is no body, or more has to arrive; not to be modified
     */
    public static byte @Nullable [] wholeOf(Request request) {
        var read = Request.as(request, BodyAhead.class);
        return read == null ? null : read.whole;
    }

    /** Wraps a request whose body has {@code length} bytes, of which the chunk has been read. Releases the chunk. */
    static BodyAhead of(Request request, long length, Content.Chunk chunk) {
        if (Content.Chunk.isFailure(chunk)) {
            return new BodyAhead(request, null, chunk);
        }
        // Copied, because the connection reuses its buffer.
        var bytes = new byte[chunk.remaining()];
        chunk.getByteBuffer().get(bytes);
        boolean last = chunk.isLast() || bytes.length == length;
        chunk.release();
        return new BodyAhead(
                request, bytes.length == length ? bytes : null, Content.Chunk.from(ByteBuffer.wrap(bytes), last));
    }

    @Override
    public Content.@Nullable Chunk read() {
        var chunk = ahead;
        if (chunk == null) {
            return super.read();
        }
        ahead = Content.Chunk.next(chunk);
        return chunk;
    }

    @Override
    public void demand(Runnable whenReadable) {
        if (ahead == null) {
            super.demand(whenReadable);
        } else {
            getComponents().getExecutor().execute(whenReadable);
        }
    }
}
