package dev.flagledger.query.sdk.flags.body;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.zip.GZIPOutputStream;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.PreEncodedHttpField;
import org.jspecify.annotations.Nullable;

/** A JSON body in the forms in which it is sent, with their headers. It is compressed on first use. */
public final class PreparedBody {

    private static final String UPDATED_AT = "X-Flagsmith-Document-Updated-At";

    private final Form plain;
    private volatile @Nullable Form gzip;
    private volatile @Nullable Dated dated;

    public PreparedBody(byte[] plain) {
        this.plain = new Form(plain);
    }

    /** One form's bytes, with their length as a header. */
    private static final class Form {

        private final byte[] bytes;
        private final HttpField length;

        Form(byte[] bytes) {
            this.bytes = bytes;
            this.length = new PreEncodedHttpField(HttpHeader.CONTENT_LENGTH, bytes.length);
        }
    }

    private record Dated(Instant at, HttpField header) {}

    /** Returns the uncompressed bytes. Not to be modified. */
    public byte[] plain() {
        return plain.bytes;
    }

    /** Returns the bytes of one form. Not to be modified. */
    public byte[] bytes(boolean compressed) {
        return form(compressed).bytes;
    }

    /** Returns the {@code Content-Length} header of one form. */
    public HttpField contentLength(boolean compressed) {
        return form(compressed).length;
    }

    /** Returns the header with the environment's last change, cached for the next response. */
    public HttpField updatedAt(Instant at) {
        var last = dated;
        if (last == null || !at.equals(last.at())) {
            last = new Dated(at, new PreEncodedHttpField(UPDATED_AT, UpdatedAt.text(at)));
            dated = last;
        }
        return last.header();
    }

    /** Returns whether this form exists, so that nothing has to be compressed first. */
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
