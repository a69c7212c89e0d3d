package dev.flagledger.query.sdk.realtime;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.flagledger.query.sdk.flags.UpdatedAt;
import java.nio.ByteBuffer;
import java.time.Instant;

/**
 * A piece of a stream, encoded once for all that receive it.
 *
 * @param bytes the piece, a view for each caller
 * @param last whether the stream ends with it
 */
record Message(ByteBuffer bytes, boolean last) {

    static final Message CONNECTED = of(": connected\n\n");
    static final Message PING = of(": ping\n\n");
    static final Message END = new Message(ByteBuffer.allocate(0), true);

    /** The flags have changed at this instant. */
    static Message changed(Instant at) {
        return of("event: environment_updated\ndata: {\"updated_at\": " + UpdatedAt.text(at) + "}\n\n");
    }

    private static Message of(String text) {
        var encoded = text.getBytes(UTF_8);
        // Direct, so that sending it copies nothing.
        return new Message(
                ByteBuffer.allocateDirect(encoded.length).put(encoded).flip(), false);
    }

    @Override
    public ByteBuffer bytes() {
        return bytes.duplicate();
    }
}
