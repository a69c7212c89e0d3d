package dev.flagledger.conformance.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flagledger.conformance.Programs;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** The code that {@code docs/webhooks.md} shows in a language, and how to run it. */
enum Snippet {
    PYTHON("python", "snippet.py", "python3", "drive.py"),
    JAVASCRIPT("js", "snippet.mjs", "node", "drive.mjs"),
    JAVA(
            "java",
            "WebhookSignature.java",
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "Drive.java"),
    GO("go", "webhook/webhook.go", "go", "run", "drive.go"),
    RUBY("ruby", "snippet.rb", "ruby", "drive.rb");

    private static final Path PAGE = Path.of("..", "docs", "webhooks.md");

    private final String language;
    private final String file;

    @SuppressWarnings("ImmutableEnumChecker") // List.of returns immutable lists.
    private final List<String> command;

    Snippet(String language, String file, String... command) {
        this.language = language;
        this.file = file;
        this.command = List.of(command);
    }

    /** Whether this machine has the language. */
    boolean runs() {
        var program = Path.of(command.getFirst());
        return program.isAbsolute() || Programs.isOnPath(program.toString());
    }

    /** What the code answers for each line: body, secret, id, timestamp and signature, between tabs; no id for Flagsmith's. */
    List<String> answers(List<String> lines) {
        var programs = new Programs(Path.of("target", "snippets", language));
        programs.bring(List.of(), Path.of("src", "snippets"));
        write(programs.directory().resolve(file), code());
        write(programs.directory().resolve("go.mod"), "module snippets\n\ngo 1.20\n");
        write(programs.directory().resolve("cases.tsv"), String.join("\n", lines) + "\n");
        var words = new ArrayList<>(command);
        words.add("cases.tsv");
        // Go is not to fetch another version of itself.
        var environment = Map.of("GOTOOLCHAIN", "local", "LC_ALL", "C.UTF-8");
        return programs.run(environment, words.toArray(String[]::new)).lines().toList();
    }

    private String code() {
        try {
            var block = Pattern.compile("^```" + language + "\n(.*?)^```$", Pattern.DOTALL | Pattern.MULTILINE);
            var found = block.matcher(Files.readString(PAGE)).results().toList();
            assertThat(found).as("blocks in %s", language).hasSize(1);
            return found.getFirst().group(1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void write(Path path, String text) {
        try {
            Files.createDirectories(path.getParent());
            Files.writeString(path, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
