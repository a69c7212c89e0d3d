package dev.flagledger.query.event.export;

import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is exported, read part by part, so that a slow client holds neither a database connection nor much memory.
 *
 * @param limit the maximum number of all; null for none
 * @param source reads what follows
 */
public record Parts<T>(@Nullable Integer limit, Source<T> source) {

    private static final int SIZE = 1_000;

    /** Reads the next part. */
    public interface Source<T> {

        /** What follows the last that was read, at most {@code limit}; the first if there is none. */
        List<T> after(@Nullable T last, int limit);
    }

    /** Writes a part. */
    public interface Sink<T> {
        void write(List<T> part) throws IOException;
    }

    /** Begins the response. */
    public interface Beginning {
        void write() throws IOException;
    }

    /** Writes all. The first part is read before the response begins, so that a failure is answered as such. */
    public void write(Beginning beginning, Sink<T> sink) throws IOException {
        int left = limit == null ? Integer.MAX_VALUE : limit;
        var part = source.after(null, Math.min(left, SIZE));
        beginning.write();
        while (true) {
            sink.write(part);
            left -= part.size();
            if (part.size() < SIZE || left == 0) {
                return;
            }
            part = source.after(part.getLast(), Math.min(left, SIZE));
        }
    }
}
