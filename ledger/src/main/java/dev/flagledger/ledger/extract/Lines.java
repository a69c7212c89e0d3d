package dev.flagledger.ledger.extract;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/** The lines of a file as bytes, which a reader of characters could change. */
final class Lines {

    private static final int LINE_END = '\n';

    private final InputStream bytes;
    private final byte[] buffer = new byte[65_536];
    private int at;
    private int end;
    private final ByteArrayOutputStream line = new ByteArrayOutputStream(2_000);

    Lines(InputStream bytes) {
        this.bytes = bytes;
    }

    /** The next line without its end; null after the last. */
    byte @Nullable [] next() throws IOException {
        if (!fill()) {
            return null;
        }
        line.reset();
        while (fill()) {
            int from = at;
            while (at < end && buffer[at] != LINE_END) {
                at++;
            }
            line.write(buffer, from, at - from);
            if (at < end) {
                at++;
                break;
            }
        }
        return line.toByteArray();
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
