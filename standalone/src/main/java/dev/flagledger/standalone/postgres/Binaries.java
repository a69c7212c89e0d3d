package dev.flagledger.standalone.postgres;

import dev.flagledger.standalone.postgres.disk.DurableFiles;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;

/**
 * PostgreSQL's programs, unpacked into the data directory. Each release has a directory of its own, named by a digest
 * of its content, so that an upgrade never overwrites programs that are still running.
 */
final class Binaries {

    private static final String PREFIX = "postgresql-";
    private static final Map<String, String> ARCHIVES = Map.of(
            "Linux amd64", "/postgres-linux-x86_64.txz",
            "Linux aarch64", "/postgres-linux-arm_64.txz",
            "Mac OS X aarch64", "/postgres-darwin-arm_64.txz");

    private Binaries() {}

    /** Returns the directory with {@code bin}, {@code lib} and {@code share}, unpacked unless it exists. */
    static Path in(Path directory) throws IOException {
        String archive = archiveFor(System.getProperty("os.name") + " " + System.getProperty("os.arch"));
        Path home = directory.resolve(PREFIX + digest(archive));
        if (!Files.isDirectory(home)) {
            Path draft = directory.resolve(PREFIX + "unpacking");
            DurableFiles.deleteLeftovers(directory, PREFIX + "unpacking");
            unpack(archive, Files.createDirectory(draft));
            DurableFiles.publish(draft, home);
        }
        return home;
    }

    static String archiveFor(String system) {
        String archive = ARCHIVES.get(system);
        if (archive == null) {
            throw new CannotStartException("The embedded PostgreSQL does not run on " + system
                    + ". Name a PostgreSQL of your own in FLAGLEDGER_DATABASE_URL.");
        }
        return archive;
    }

    private static String digest(String archive) throws IOException {
        try (DigestInputStream bytes = new DigestInputStream(open(archive), MessageDigest.getInstance("SHA-256"))) {
            bytes.transferTo(OutputStream.nullOutputStream());
            return HexFormat.of().formatHex(bytes.getMessageDigest().digest(), 0, 6);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static void unpack(String archive, Path target) throws IOException {
        try (TarArchiveInputStream tar =
                new TarArchiveInputStream(new XZInputStream(new BufferedInputStream(open(archive))))) {
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                Path path = target.resolve(entry.getName()).normalize();
                if (!path.startsWith(target)) {
                    throw new IOException("The archive has an entry outside of its directory: " + entry.getName());
                }
                unpack(entry, tar, path);
            }
        }
    }

    private static void unpack(TarArchiveEntry entry, TarArchiveInputStream tar, Path path) throws IOException {
        Files.createDirectories(entry.isDirectory() ? path : path.resolveSibling(""));
        if (entry.isSymbolicLink()) {
            Files.createSymbolicLink(path, Path.of(entry.getLinkName()));
        } else if (entry.isFile()) {
            write(tar, path);
            if ((entry.getMode() & 0100) != 0) {
                path.toFile().setExecutable(true, false);
            }
        }
    }

    /** Forced to disk, because the final name of the directory means that its content is complete. */
    private static void write(InputStream content, Path path) throws IOException {
        Files.copy(content, path);
        try (FileChannel file = FileChannel.open(path, StandardOpenOption.WRITE)) {
            file.force(false);
        }
    }

    private static InputStream open(String archive) throws IOException {
        InputStream bytes = Binaries.class.getResourceAsStream(archive);
        if (bytes == null) {
            throw new IOException("This build does not contain " + archive);
        }
        return bytes;
    }
}
