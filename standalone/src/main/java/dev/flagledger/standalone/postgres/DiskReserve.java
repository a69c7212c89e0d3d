package dev.flagledger.standalone.postgres;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A file in the data directory that only takes up space. PostgreSQL has to write before it can start again after a crash, and
 * a full disk is one thing that makes it crash: then the file is deleted, so that there is space to recover in.
 */
final class DiskReserve {

    /** Recovery writes a checkpoint and may begin two segments of its log, each of 16 MiB. */
    static final long BYTES = 48L << 20;

    private static final Logger LOG = LoggerFactory.getLogger(DiskReserve.class);
    private static final String NAME = "reserve";
    private static final int BLOCK = 1 << 20;

    private final Path file;

    DiskReserve(Path directory) {
        this.file = directory.resolve(NAME);
    }

    /** Makes the file if it is not there and there is space for it several times over. */
    void keep() {
        try {
            if (!Files.exists(file) && usable() > 4 * BYTES) {
                DurableFiles.sweep(file.resolveSibling(""), NAME + ".new");
                Path draft = file.resolveSibling(NAME + ".new");
                fill(draft);
                DurableFiles.publish(draft, file);
            }
        } catch (IOException failed) {
            LOG.warn("Cannot keep {} MiB in reserve for recovery: {}", BYTES >> 20, failed.toString());
        }
    }

    /** Deletes the file if there is less space than it takes up. */
    void giveUpIfNeeded() {
        try {
            if (usable() < BYTES && Files.deleteIfExists(file)) {
                LOG.warn("The disk is full: gave up the reserve of {} MiB so that recovery can write", BYTES >> 20);
            }
        } catch (IOException failed) {
            LOG.warn("Cannot give up the reserve: {}", failed.toString());
        }
    }

    private long usable() throws IOException {
        return Files.getFileStore(file.resolveSibling("")).getUsableSpace();
    }

    /** Written out, since a file that is merely long takes up nothing. */
    private static void fill(Path draft) throws IOException {
        try (OutputStream content = Files.newOutputStream(draft)) {
            byte[] block = new byte[BLOCK];
            for (long written = 0; written < BYTES; written += BLOCK) {
                content.write(block);
            }
        }
    }
}
