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
 * A digest of code: of all classes in the places that the given ones come from. Whatever is changed in them, be it one
 * instruction, it is another one.
 */
final class CodeFingerprint {

    private CodeFingerprint() {}

    /** The fingerprint of the places of these classes, in their order. */
    static byte[] of(List<Class<?>> classes) {
        var digests = new ByteArrayOutputStream();
        var seen = new HashSet<Path>();
        for (var type : classes) {
            var place = place(type);
            if (seen.add(place)) {
                digests.writeBytes(of(place));
            }
        }
        return Digest.sha256(digests.toByteArray());
    }

    private static Path place(Class<?> type) {
        try {
            var source = Objects.requireNonNull(type.getProtectionDomain().getCodeSource(), type.getName());
            return Path.of(source.getLocation().toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] of(Path place) {
        try {
            if (Files.isDirectory(place)) {
                return ofClassesBelow(place);
            }
            try (var jar = FileSystems.newFileSystem(URI.create("jar:" + place.toUri()), Map.of())) {
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
