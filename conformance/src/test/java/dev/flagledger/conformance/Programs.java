package dev.flagledger.conformance;

import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.WRITE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Runs what a language's clients need, in a directory of its own. */
public record Programs(Path directory) {

    /** Copies these files of the module, and all scripts of a directory, to where they are run. */
    public void bring(List<String> files, Path scripts) {
        try {
            Files.createDirectories(directory);
            for (var file : all(files, scripts)) {
                Files.copy(file, directory.resolve(file.getFileName()), StandardCopyOption.REPLACE_EXISTING);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The same, and then this installation, unless an earlier one was made for the same files. One process at a time. */
    void install(List<String> files, Path scripts, Runnable installation) {
        try {
            Files.createDirectories(directory);
            try (var channel = FileChannel.open(directory.resolve("installing"), CREATE, WRITE);
                    var _ = channel.lock()) {
                var wanted = text(files, scripts);
                var installed = directory.resolve("installed.txt");
                if (!Files.exists(installed) || !Files.readString(installed).equals(wanted)) {
                    Files.deleteIfExists(installed);
                    bring(files, scripts);
                    installation.run();
                    Files.writeString(installed, wanted);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What the program prints. It must end well, and within two minutes. */
    public String run(Map<String, String> environment, String... command) {
        var name = String.join("-", command).replaceAll("[^a-z-]", "");
        var process = ended(environment, name, command);
        assertThat(process.exitValue())
                .as(() -> name + " failed: " + read(file(name, ".err")))
                .isZero();
        return read(file(name, ".out"));
    }

    /** Whether the program ends well. */
    boolean succeeds(String... command) {
        return ended(Map.of(), "trial", command).exitValue() == 0;
    }

    /** Skips the tests that ask, aloud: Maven keeps the reason of a skipped class to its reports. */
    public static void need(boolean met, String lack) {
        if (!met) {
            System.out.println(lack);
        }
        assumeTrue(met, lack);
    }

    public static boolean isOnPath(String program) {
        var path = System.getenv().getOrDefault("PATH", "");
        return Pattern.compile(File.pathSeparator, Pattern.LITERAL)
                .splitAsStream(path)
                .anyMatch(place -> Files.isExecutable(Path.of(place, program)));
    }

    private static List<Path> all(List<String> files, Path scripts) throws IOException {
        try (Stream<Path> found = Files.list(scripts)) {
            return Stream.concat(files.stream().map(Path::of), found.sorted()).toList();
        }
    }

    private static String text(List<String> files, Path scripts) throws IOException {
        return all(files, scripts).stream()
                .map(file -> file + "\n" + read(file.toFile()))
                .collect(Collectors.joining("\n"));
    }

    private Process ended(Map<String, String> environment, String name, String... command) {
        try {
            Files.createDirectories(directory);
            var builder = new ProcessBuilder(command)
                    .directory(directory.toFile())
                    .redirectOutput(file(name, ".out"))
                    .redirectError(file(name, ".err"));
            builder.environment().putAll(environment);
            var process = builder.start();
            try {
                assertThat(process.waitFor(2, TimeUnit.MINUTES))
                        .as("%s ends", name)
                        .isTrue();
            } finally {
                process.destroyForcibly();
            }
            return process;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    /** Another process may run the same program. */
    private File file(String name, String ending) {
        return directory
                .resolve(name + "-" + ProcessHandle.current().pid() + ending)
                .toFile();
    }

    private static String read(File file) {
        try {
            return Files.readString(file.toPath());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
