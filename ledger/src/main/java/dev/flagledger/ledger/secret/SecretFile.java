package dev.flagledger.ledger.secret;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * The file with the secret of the installation, which is not in the database, so that a copy of the database alone does not open what is
 * encrypted in it. It contains one line of text in UTF-8.
 *
 * @param path where it is, or is to be
 */
record SecretFile(Path path) {

    /**
     * Reads the secret; empty if there is no file.
     *
     * @throws IllegalStateException if there is no text in it
     */
    Optional<String> read() {
        try {
            var text = Files.readString(path).strip();
            if (text.isEmpty()) {
                throw new IllegalStateException("The file " + path + " is empty; it has to contain the secret.");
            }
            return Optional.of(text);
        } catch (NoSuchFileException _) {
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read the secret of the installation from " + path, e);
        }
    }

    /** Draws a secret and writes it, readable by its owner only; if another process was faster, returns the secret of that one. */
    String create() {
        var draft = path.resolveSibling(path.getFileName() + "." + UUID.randomUUID() + ".new");
        try {
            try {
                write(draft);
                // Unlike a move, a link never replaces the file of another process.
                Files.createLink(path, draft);
            } catch (FileAlreadyExistsException _) {
                return read().orElseThrow();
            } finally {
                Files.deleteIfExists(draft);
            }
            try (var directory = FileChannel.open(path.toAbsolutePath().resolveSibling(""), StandardOpenOption.READ)) {
                directory.force(true);
            }
            return read().orElseThrow();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot write the secret of the installation to " + path, e);
        }
    }

    private static void write(Path draft) throws IOException {
        var ownerOnly = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
        var options = Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        try (var channel = FileChannel.open(draft, options, ownerOnly)) {
            channel.write(ByteBuffer.wrap(Derivation.bytes(RandomSecret.draw() + "\n")));
            channel.force(true);
        }
    }
}
