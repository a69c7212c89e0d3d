package dev.flagledger.standalone.postgres.disk;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import org.jspecify.annotations.Nullable;

/** File operations that are atomic with respect to crashes. */
public final class DurableFiles {

    private DurableFiles() {}

    /** Durably renames a complete file or directory to its final name. */
    public static void publish(Path finished, Path name) throws IOException {
        Files.move(finished, name, StandardCopyOption.ATOMIC_MOVE);
        try (FileChannel directory = FileChannel.open(parentOf(name), StandardOpenOption.READ)) {
            directory.force(true);
        }
    }

    /**
     * Deletes the files and directories with a prefix, which interrupted starts have left. While a process of such a
     * start still writes there, some of them may remain.
     */
    public static void deleteLeftovers(Path directory, String prefix) throws IOException {
        try (DirectoryStream<Path> leftovers = Files.newDirectoryStream(directory, prefix + "*")) {
            for (Path leftover : leftovers) {
                delete(leftover);
            }
        }
    }

    private static void delete(Path tree) throws IOException {
        Files.walkFileTree(tree, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.deleteIfExists(file);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException vanished) {
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path directory, @Nullable IOException failed) {
                directory.toFile().delete();
                return FileVisitResult.CONTINUE;
            }
        });
    }

    private static Path parentOf(Path path) throws IOException {
        Path parent = path.getParent();
        if (parent == null) {
            throw new IOException(path + " has no parent directory");
        }
        return parent;
    }
}
