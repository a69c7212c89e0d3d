package dev.flagledger.contract.http.server.body;

import java.nio.ByteBuffer;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Request;
import org.jspecify.annotations.Nullable;

/** A request of whose body as much has been read as had arrived. Whoever reads the request gets that first. */
public final class BodyAhead extends Request.Wrapper {

    private final byte @Nullable [] whole;
    private Content.@Nullable Chunk ahead;

    private BodyAhead(Request request, byte @Nullable [] whole, Content.Chunk ahead) {
        super(request);
        this.whole = whole;
        this.ahead = ahead;
    }

    /**
     * The body of a request, if it arrived whole with the header and is short. Whoever reads the request still gets it.
     *
     * @return null if there is no body, or it has to be waited for; not to be modified
     */
    public static byte @Nullable [] wholeOf(Request request) {
        var read = Request.as(request, BodyAhead.class);
        return read == null ? null : read.whole;
    }

    /** The request with what was read of its body, which has {@code length} bytes in all. The chunk is released. */
    static BodyAhead of(Request request, long length, Content.Chunk chunk) {
        if (Content.Chunk.isFailure(chunk)) {
            return new BodyAhead(request, null, chunk);
        }
        // The connection needs its buffer again, whenever the copy is read.
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
