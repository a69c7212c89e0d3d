package dev.flagledger.query.sdk.flags;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;

/** A JSON body kept in the forms in which it is sent. The compressed one is made when it is asked for first. */
public final class PreparedBody {

    private final byte[] plain;
    private volatile byte @Nullable [] gzip;

    public PreparedBody(byte[] plain) {
        this.plain = plain;
    }

    /** The body as it is. Not to be modified. */
    public byte[] plain() {
        return plain;
    }

    /** The body in one of its forms. Not to be modified. */
    public byte[] bytes(boolean compressed) {
        return compressed ? gzip() : plain;
    }

    /** A buffer over {@link #bytes}; null if it would have to be compressed first. */
    public @Nullable ByteBuffer ready(boolean compressed) {
        var bytes = compressed ? gzip : plain;
        return bytes == null ? null : ByteBuffer.wrap(bytes).asReadOnlyBuffer();
    }

    private synchronized byte[] gzip() {
        var known = gzip;
        if (known == null) {
            known = compress(plain);
            gzip = known;
        }
        return known;
    }

    private static byte[] compress(byte[] plain) {
        var out = new ByteArrayOutputStream(plain.length / 4);
        try (var compressing = new GZIPOutputStream(out)) {
            compressing.write(plain);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }
}
