package dev.flagledger.conformance.login;

import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

/** The files of Keycloak, which Maven fetches and unpacks when they are needed first. */
final class KeycloakFiles {

    private static final String VERSION = "26.7.3";
    private static final Path DIRECTORY = Path.of("target", "keycloak");
    private static final Path HOME = DIRECTORY.resolve("keycloak-" + VERSION);
    private static final int MINUTES = 8;

    private KeycloakFiles() {}

    /**
     * Does something with the home directory while no other process does; empty if Keycloak cannot be fetched. At its first start Keycloak
     * rewrites some of its own files.
     */
    static <T> Optional<T> alone(Function<Path, T> use) {
        try {
            Files.createDirectories(DIRECTORY);
            try (var channel = FileChannel.open(DIRECTORY.resolve("lock"), CREATE, WRITE);
                    var _ = channel.lock()) {
                return isThere() || fetched() ? Optional.of(use.apply(HOME.toAbsolutePath())) : Optional.empty();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isThere() {
        return Files.exists(DIRECTORY.resolve("fetched-" + VERSION));
    }

    private static boolean fetched() throws IOException {
        var maven = new ProcessBuilder(
                        "mvn",
                        "-q",
                        "-B",
                        "-ntp",
                        "dependency:unpack",
                        "-Dartifact=org.keycloak:keycloak-quarkus-dist:" + VERSION + ":zip",
                        "-DoutputDirectory=" + DIRECTORY.toAbsolutePath())
                .redirectErrorStream(true)
                .redirectOutput(DIRECTORY.resolve("fetching.log").toFile());
        try {
            var process = maven.start();
            boolean ended = process.waitFor(MINUTES, TimeUnit.MINUTES);
            if (!ended) {
                process.destroyForcibly();
            }
            if (!ended || process.exitValue() != 0) {
                return false;
            }
            HOME.resolve("bin").resolve("kc.sh").toFile().setExecutable(true);
            Files.createFile(DIRECTORY.resolve("fetched-" + VERSION));
            return true;
        } catch (IOException _) {
            // There is no Maven on the path.
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
