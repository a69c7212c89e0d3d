package dev.flagledger.standalone.proof;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.SQLException;

/**
 * The file of an export. It is written beside its place and moved there once it is complete, so that a failure leaves an earlier one
 * as it was. Only its owner can read it, since it may contain keys.
 */
final class ExtractFile {

    private ExtractFile() {}

    /** Writes the content, and returns the number of events in it. */
    interface Writing {
        long to(OutputStream out) throws IOException, SQLException;
    }

    static long write(Path file, Writing writing) throws IOException, SQLException {
        if (Files.exists(file) && !Files.isRegularFile(file)) {
            return writeTo(file, writing); // a pipe or a device
        }
        var place = Files.exists(file) ? file.toRealPath() : file.toAbsolutePath();
        var draft = Files.createTempFile(place.getParent(), ".export", ".ndjson");
        try {
            long events = writeTo(draft, writing);
            Files.move(draft, place, StandardCopyOption.ATOMIC_MOVE);
            return events;
        } finally {
            Files.deleteIfExists(draft);
        }
    }

    private static long writeTo(Path file, Writing writing) throws IOException, SQLException {
        try (var out = new BufferedOutputStream(Files.newOutputStream(file))) {
            return writing.to(out);
        }
    }
}
