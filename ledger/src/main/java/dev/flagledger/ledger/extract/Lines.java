package dev.flagledger.ledger.extract;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** The lines of an extract as bytes, which a reader of characters could change. Of limited length, since they are kept in memory. */
public final class Lines {

    /** In bytes; many times the length of the largest entry. */
    private static final int MOST = 1 << 28;

    private static final int LINE_END = '\n';

    private final InputStream bytes;
    private final int most;
    private final byte[] buffer = new byte[65_536];
    private int at;
    private int end;
    private final ByteArrayOutputStream line = new ByteArrayOutputStream(2_000);

    /** The lines of a stream, which is not closed. */
    public Lines(InputStream bytes) {
        this(bytes, MOST);
    }

    Lines(InputStream bytes, int most) {
        this.bytes = bytes;
        this.most = most;
    }

    /**
     * The next line without its end; null after the last.
     *
     * @throws IllegalArgumentException if it is longer than any line of an extract
     */
    public byte @Nullable [] next() throws IOException {
        if (!fill()) {
            return null;
        }
        line.reset();
        while (fill()) {
            int from = at;
            while (at < end && buffer[at] != LINE_END) {
                at++;
            }
            append(from);
            if (at < end) {
                at++;
                break;
            }
        }
        return line.toByteArray();
    }

    /** Whether a line begins with these bytes. */
    static boolean begins(byte[] line, byte[] prefix) {
        return line.length >= prefix.length && Arrays.equals(line, 0, prefix.length, prefix, 0, prefix.length);
    }

    private void append(int from) {
        if (line.size() + at - from > most) {
            throw new IllegalArgumentException("A line of the file is too long for an extract");
        }
        line.write(buffer, from, at - from);
    }

    /** Whether there is another byte in the buffer. */
    private boolean fill() throws IOException {
        if (at == end) {
            at = 0;
            end = Math.max(0, bytes.read(buffer));
        }
        return at < end;
    }
}
