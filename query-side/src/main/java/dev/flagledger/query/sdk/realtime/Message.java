package dev.flagledger.query.sdk.realtime;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.flagledger.query.sdk.flags.body.UpdatedAt;
import java.nio.ByteBuffer;
import java.time.Instant;

/**
 * A part of a stream, encoded once for all recipients.
 *
 * @param bytes the encoded part; each call returns a new view
 * @param last whether the stream ends with it
 */
record Message(ByteBuffer bytes, boolean last) {

    static final Message CONNECTED = of(": connected\n\n");
    static final Message PING = of(": ping\n\n");
    static final Message END = new Message(ByteBuffer.allocate(0), true);

    /** Returns the event for a change of the flags at this instant. */
    static Message changed(Instant at) {
        return of("event: environment_updated\ndata: {\"updated_at\": " + UpdatedAt.text(at) + "}\n\n");
    }

    private static Message of(String text) {
        var encoded = text.getBytes(UTF_8);
        // A direct buffer is sent without a copy.
        return new Message(
                ByteBuffer.allocateDirect(encoded.length).put(encoded).flip(), false);
    }

    @Override
    public ByteBuffer bytes() {
        return bytes.duplicate();
    }
}
