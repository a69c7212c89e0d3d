package dev.flagledger.standalone.fuzz;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The program Schemathesis, in a virtual environment below {@code target}, with the versions of its list of requirements. */
final class Schemathesis {

    private static final Path DIRECTORY = Path.of("target", "fuzz").toAbsolutePath();
    private static final Path ENVIRONMENT = DIRECTORY.resolve("python");
    private static final Path PROGRAMS = ENVIRONMENT.resolve("bin");
    private static final Path REQUIREMENTS = Path.of("src", "test", "python", "requirements.txt");

    /** The speed of the machine is not tested. */
    private static final String TIMEOUTS = "--request-timeout 60 --suppress-health-check all";

    private static final String CHECKS = "--checks not_a_server_error,status_code_conformance,"
            + "content_type_conformance,response_schema_conformance --continue-on-failure";
    private static final String PLAIN = "--generation-database none --output-sanitize false --warnings off --no-color";
    private static final List<String> ALWAYS = List.of((TIMEOUTS + " " + CHECKS + " " + PLAIN).split(" "));
    private static final String NEEDS = "import sys, ensurepip, venv; sys.exit(sys.version_info < (3, 11))";
    private static final String UNTRIED =
            "No requests are made at random: Schemathesis needs Python 3.11 or newer with venv, as python3 on the PATH.";

    private Schemathesis() {}

    /** Installs it unless it is present. Without Python the test is skipped with a message; other errors fail it. */
    static Schemathesis installed() throws IOException, InterruptedException {
        if (!hasPython()) {
            System.out.println(UNTRIED);
            assumeTrue(false, UNTRIED);
        }
        Files.createDirectories(DIRECTORY);
        var wanted = Files.readString(REQUIREMENTS);
        var stamp = DIRECTORY.resolve("installed.txt");
        if (!Files.exists(stamp) || !Files.readString(stamp).equals(wanted)) {
            succeed("python3", "-m", "venv", "--clear", ENVIRONMENT.toString());
            succeed(
                    PROGRAMS.resolve("pip").toString(),
                    "install",
                    "--quiet",
                    "--require-hashes",
                    "-r",
                    REQUIREMENTS.toAbsolutePath().toString());
            Files.writeString(stamp, wanted);
        }
        return new Schemathesis();
    }

    /** Runs it against the server with these settings and further arguments. */
    Run run(URI server, String settings, List<String> more) throws IOException, InterruptedException {
        var file = Files.writeString(DIRECTORY.resolve("schemathesis.toml"), settings);
        var answers = DIRECTORY.resolve("answers.har");
        Files.deleteIfExists(answers);
        var command = new ArrayList<>(
                List.of(PROGRAMS.resolve("schemathesis").toString(), "--config-file", file.toString(), "run"));
        command.add(server.resolve("/api/v1/openapi.json").toString());
        command.addAll(List.of("--report-har-path", answers.toString()));
        command.addAll(ALWAYS);
        command.addAll(more);
        var output = DIRECTORY.resolve("output.txt");
        int exitCode = exitCode(command, output);
        return new Run(exitCode, Files.readString(output), Run.answers(answers));
    }

    private static boolean hasPython() throws InterruptedException {
        try {
            Files.createDirectories(DIRECTORY);
            return exitCode(List.of("python3", "-c", NEEDS), DIRECTORY.resolve("python.txt")) == 0;
        } catch (IOException _) {
            return false;
        }
    }

    private static void succeed(String... command) throws IOException, InterruptedException {
        var output = DIRECTORY.resolve("install.txt");
        int exitCode = exitCode(List.of(command), output);
        assertThat(exitCode)
                .as(() -> String.join(" ", command) + " failed, see " + output)
                .isZero();
    }

    private static int exitCode(List<String> command, Path output) throws IOException, InterruptedException {
        var process = new ProcessBuilder(command)
                .directory(DIRECTORY.toFile())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        try {
            assertThat(process.waitFor(2, TimeUnit.HOURS))
                    .as("%s ends", command.getFirst())
                    .isTrue();
            return process.exitValue();
        } finally {
            process.destroyForcibly();
        }
    }
}
