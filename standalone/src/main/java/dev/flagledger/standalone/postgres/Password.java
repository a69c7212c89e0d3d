package dev.flagledger.standalone.postgres;

import dev.flagledger.standalone.postgres.disk.DurableFiles;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Set;

/**
 * The password of the embedded PostgreSQL: generated once, stored in the data directory, readable by its owner only.
 * Without one, every user of the machine could log in over the loopback address.
 */
final class Password {

    private static final String NAME = "password";

    private Password() {}

    /** Returns the file with the password, created unless it exists. */
    static Path fileIn(Path directory) throws IOException {
        Path file = directory.resolve(NAME);
        if (!Files.exists(file)) {
            DurableFiles.deleteLeftovers(directory, NAME + ".new");
            Path draft = directory.resolve(NAME + ".new");
            write(draft);
            DurableFiles.publish(draft, file);
        }
        return file;
    }

    private static void write(Path file) throws IOException {
        byte[] secret = new byte[24];
        new SecureRandom().nextBytes(secret);
        byte[] text = Base64.getUrlEncoder().withoutPadding().encode(secret);
        try (FileChannel channel = FileChannel.open(
                file,
                Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")))) {
            channel.write(ByteBuffer.wrap(text));
            channel.force(true);
        }
    }

    /** Returns the password of an existing cluster. */
    static String of(Path directory) throws IOException {
        Path file = directory.resolve(NAME);
        if (!Files.exists(file)) {
            throw new CannotStartException("The file " + file + " is missing; it holds the password of the database.");
        }
        return Files.readString(file, StandardCharsets.US_ASCII).strip();
    }
}
