package dev.flagledger.engine.example;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The example runs, and the documentation shows it and its output as they are. */
class LocalEvaluationTest {

    private static final Path SOURCE = Path.of("src/test/java/dev/flagledger/engine/example/LocalEvaluation.java");
    private static final Path PAGE = Path.of("../docs/engine.md");

    @Test
    void thePageShowsTheProgram() throws IOException {
        assertThat(Files.readString(PAGE)).contains("```java\n" + Files.readString(SOURCE) + "```\n");
    }

    @Test
    void thePageShowsItsOutput() throws IOException {
        assertThat(Files.readString(PAGE)).contains("```\n" + output() + "```\n");
    }

    private static String output() {
        var before = System.out;
        var bytes = new ByteArrayOutputStream();
        try (var captured = new PrintStream(bytes, true, UTF_8)) {
            System.setOut(captured);
            LocalEvaluation.main(new String[0]);
        } finally {
            System.setOut(before);
        }
        return bytes.toString(UTF_8).replace("\r\n", "\n");
    }
}
