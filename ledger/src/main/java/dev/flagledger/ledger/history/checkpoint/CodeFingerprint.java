package dev.flagledger.ledger.history.checkpoint;

import dev.flagledger.ledger.secret.Digest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * A digest of the class files in the jars or directories that given classes come from. Any change of the code changes it.
 */
final class CodeFingerprint {

    private CodeFingerprint() {}

    /** The digest of the code locations of these classes, in order. */
    static byte[] of(List<Class<?>> classes) {
        var digests = new ByteArrayOutputStream();
        var seen = new HashSet<Path>();
        for (var type : classes) {
            var location = location(type);
            if (seen.add(location)) {
                digests.writeBytes(of(location));
            }
        }
        return Digest.sha256(digests.toByteArray());
    }

    private static Path location(Class<?> type) {
        try {
            var source = Objects.requireNonNull(type.getProtectionDomain().getCodeSource(), type.getName());
            return Path.of(source.getLocation().toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] of(Path location) {
        try {
            if (Files.isDirectory(location)) {
                return ofClassesBelow(location);
            }
            try (var jar = FileSystems.newFileSystem(URI.create("jar:" + location.toUri()), Map.of())) {
                return ofClassesBelow(jar.getPath("/"));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] ofClassesBelow(Path root) throws IOException {
        var digests = new ByteArrayOutputStream();
        try (var files = Files.walk(root)) {
            var classes = files.filter(file -> file.toString().endsWith(".class"))
                    .sorted((one, other) -> name(root, one).compareTo(name(root, other)))
                    .toList();
            for (var file : classes) {
                digests.writeBytes(name(root, file).getBytes(StandardCharsets.UTF_8));
                digests.writeBytes(Digest.sha256(Files.readAllBytes(file)));
            }
        }
        return Digest.sha256(digests.toByteArray());
    }

    private static String name(Path root, Path file) {
        return root.relativize(file).toString();
    }
}
