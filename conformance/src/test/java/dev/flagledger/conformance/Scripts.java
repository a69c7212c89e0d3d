package dev.flagledger.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.flagledger.standalone.TestServer;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The scripts in {@code src/test/js}, in a directory of their own with the clients that {@code npm ci} puts there. */
final class Scripts {

    private static final Path DIRECTORY = Path.of("target", "js");
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final int OLDEST_NODE = 20;
    private static final String UNTRIED =
            "The official JavaScript clients are not tried: they need Node %d or newer and npm, but "
                    .formatted(OLDEST_NODE);
    private static boolean installed;

    private Scripts() {}

    /** Installs the clients, once. Without Node or npm the tests that ask are skipped and say so; a failure is one. */
    static synchronized void install() {
        if (installed) {
            return;
        }
        for (var program : List.of("node", "npm")) {
            need(isOnPath(program), "there is no " + program + " on the PATH");
        }
        try {
            Files.createDirectories(DIRECTORY);
            var version = run(Map.of(), "node", "--version").strip();
            int major = Integer.parseInt(version.replaceAll("^v|\\..*", ""));
            need(major >= OLDEST_NODE, "Node on the PATH is " + version);
            for (var file : List.of("package.json", "package-lock.json", ".npmrc")) {
                Files.copy(Path.of(file), DIRECTORY.resolve(file), StandardCopyOption.REPLACE_EXISTING);
            }
            try (Stream<Path> scripts = Files.list(Path.of("src", "test", "js"))) {
                for (var script : scripts.toList()) {
                    Files.copy(script, DIRECTORY.resolve(script.getFileName()), StandardCopyOption.REPLACE_EXISTING);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        run(Map.of(), "npm", "ci", "--ignore-scripts");
        installed = true;
    }

    /** Skips the tests that ask, aloud: Maven keeps the reason of a skipped class to its reports. */
    private static void need(boolean met, String lack) {
        if (!met) {
            System.out.println(UNTRIED + lack + ".");
        }
        assumeTrue(met, UNTRIED + lack);
    }

    /** Runs a script on an environment, with further settings, and returns what it printed. */
    static JsonNode run(String script, TestServer server, Assortment assortment, Map<String, String> settings) {
        var shop = assortment.shop();
        var api = server.address().resolve("/api/v1/");
        var change = Map.of(
                "url",
                api.resolve(shop.stateOf(assortment.banner())),
                "token",
                shop.ana().headers().getOrDefault("Authorization", ""),
                "body",
                Map.of("enabled", true, "feature_state_value", "goodbye"));
        var environment = new HashMap<>(settings);
        environment.put("FLAGLEDGER_API", api.toString());
        environment.put("FLAGLEDGER_CLIENT_KEY", shop.key());
        environment.put("FLAGLEDGER_SERVER_KEY", assortment.serverKey());
        environment.put("FLAGLEDGER_PEOPLE", JSON.writeValueAsString(Person.all()));
        environment.put("FLAGLEDGER_CHANGE", JSON.writeValueAsString(change));
        return JSON.readTree(run(environment, "node", script));
    }

    private static String run(Map<String, String> environment, String... command) {
        var name = String.join("-", command).replaceAll("[^a-z-]", "");
        var printed = DIRECTORY.resolve(name + ".out").toFile();
        var complained = DIRECTORY.resolve(name + ".err").toFile();
        var builder = new ProcessBuilder(command)
                .directory(DIRECTORY.toFile())
                .redirectOutput(printed)
                .redirectError(complained);
        builder.environment().putAll(environment);
        try {
            var process = builder.start();
            try {
                assertThat(process.waitFor(2, TimeUnit.MINUTES))
                        .as("%s ends", name)
                        .isTrue();
            } finally {
                process.destroyForcibly();
            }
            assertThat(process.exitValue())
                    .as(() -> name + " failed: " + read(complained))
                    .isZero();
            return read(printed);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    private static String read(File file) {
        try {
            return Files.readString(file.toPath());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isOnPath(String program) {
        var path = System.getenv().getOrDefault("PATH", "");
        return Pattern.compile(File.pathSeparator, Pattern.LITERAL)
                .splitAsStream(path)
                .anyMatch(directory -> Files.isExecutable(Path.of(directory, program)));
    }
}
