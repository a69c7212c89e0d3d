package dev.flagledger.standalone.postgres.disk;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A file in the data directory that reserves disk space. PostgreSQL crashes on a full disk, and has to write before it
 * can start again; then the file is deleted to make space for the recovery.
 */
public final class DiskReserve {

    /** Recovery writes a checkpoint and may begin two segments of the write-ahead log, each of 16 MiB. */
    static final long BYTES = 48L << 20;

    private static final Logger LOG = LoggerFactory.getLogger(DiskReserve.class);
    private static final String NAME = "reserve";
    private static final int BLOCK = 1 << 20;

    private final Path file;

    /** @param directory the data directory */
    public DiskReserve(Path directory) {
        this.file = directory.resolve(NAME);
    }

    /** Creates the file unless it exists or less than four times its size is free. */
    public void create() {
        try {
            if (!Files.exists(file) && usable() > 4 * BYTES) {
                DurableFiles.deleteLeftovers(file.resolveSibling(""), NAME + ".new");
                Path draft = file.resolveSibling(NAME + ".new");
                fill(draft);
                DurableFiles.publish(draft, file);
            }
        } catch (IOException failed) {
            LOG.warn("Cannot reserve {} MiB for recovery: {}", BYTES >> 20, failed.toString());
        }
    }

    /** Deletes the file if less space is free than it occupies. */
    public void releaseIfNeeded() {
        try {
            if (usable() < BYTES && Files.deleteIfExists(file)) {
                LOG.warn("The disk is full: deleted the reserve of {} MiB to make space for recovery", BYTES >> 20);
            }
        } catch (IOException failed) {
            LOG.warn("Cannot delete the reserve: {}", failed.toString());
        }
    }

    private long usable() throws IOException {
        return Files.getFileStore(file.resolveSibling("")).getUsableSpace();
    }

    /** Writes every byte, since a sparse file would occupy no space. */
    private static void fill(Path draft) throws IOException {
        try (OutputStream content = Files.newOutputStream(draft)) {
            byte[] block = new byte[BLOCK];
            for (long written = 0; written < BYTES; written += BLOCK) {
                content.write(block);
            }
        }
    }
}
