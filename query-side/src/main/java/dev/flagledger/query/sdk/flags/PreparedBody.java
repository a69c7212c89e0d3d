package dev.flagledger.query.sdk.flags;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.zip.GZIPOutputStream;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.PreEncodedHttpField;
import org.jspecify.annotations.Nullable;

/**
 * A JSON body kept in the forms in which it is sent, with the headers that go with them. The compressed form is made when it is
 * asked for first.
 */
public final class PreparedBody {

    private static final String UPDATED_AT = "X-Flagsmith-Document-Updated-At";

    private final Form plain;
    private volatile @Nullable Form gzip;
    private volatile @Nullable Dated dated;

    public PreparedBody(byte[] plain) {
        this.plain = new Form(plain);
    }

    /** The bytes in one of the forms, with their length as a header. */
    private static final class Form {

        private final byte[] bytes;
        private final HttpField length;

        Form(byte[] bytes) {
            this.bytes = bytes;
            this.length = new PreEncodedHttpField(HttpHeader.CONTENT_LENGTH, bytes.length);
        }
    }

    private record Dated(Instant at, HttpField header) {}

    /** The body as it is. Not to be modified. */
    public byte[] plain() {
        return plain.bytes;
    }

    /** The body in one of its forms. Not to be modified. */
    public byte[] bytes(boolean compressed) {
        return form(compressed).bytes;
    }

    /** The {@code Content-Length} of the body in one of its forms. */
    HttpField contentLength(boolean compressed) {
        return form(compressed).length;
    }

    /** The header that says when the environment was changed last, kept for the next response. */
    HttpField updatedAt(Instant at) {
        var last = dated;
        if (last == null || !at.equals(last.at())) {
            last = new Dated(at, new PreEncodedHttpField(UPDATED_AT, UpdatedAt.text(at)));
            dated = last;
        }
        return last.header();
    }

    /** Whether the body has this form, or it would have to be compressed first. */
    public boolean isReady(boolean compressed) {
        return !compressed || gzip != null;
    }

    private Form form(boolean compressed) {
        if (!compressed) {
            return plain;
        }
        var known = gzip;
        return known == null ? gzip() : known;
    }

    private synchronized Form gzip() {
        var known = gzip;
        if (known == null) {
            known = new Form(compress(plain.bytes));
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
