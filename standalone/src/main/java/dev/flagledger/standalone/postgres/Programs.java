package dev.flagledger.standalone.postgres;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Runs PostgreSQL's programs. PostgreSQL refuses to run as root, so if the server runs as root, the programs run in a
 * user namespace of their own, in which they are not root.
 */
final class Programs {

    private static final List<String> UNSHARE = List.of("unshare", "-U");

    private final Path home;
    private final List<String> prefix;

    private Programs(Path home, List<String> prefix) {
        this.home = home;
        this.prefix = prefix;
    }

    static Programs in(Path home) throws IOException {
        if (!isRoot()) {
            return new Programs(home, List.of());
        }
        if (!canUnshare()) {
            throw new CannotStartException("PostgreSQL does not run as root, and this system does not let root step"
                    + " down with 'unshare -U'. Run Flagledger as an ordinary user,"
                    + " or name a PostgreSQL of your own in FLAGLEDGER_DATABASE_URL.");
        }
        return new Programs(home, UNSHARE);
    }

    /** Runs a program to its end, with standard error redirected to standard output. */
    Result run(String program, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(prefix);
        command.add(home.resolve("bin").resolve(program).toString());
        command.addAll(List.of(arguments));
        return run(command);
    }

    private static Result run(List<String> command) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().keySet().removeIf(name -> name.startsWith("PG"));
        builder.environment().put("LC_ALL", "C");
        Process process = builder.start();
        process.getOutputStream().close();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        try {
            return new Result(process.waitFor(), output.strip());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IOException("Interrupted while " + command + " was running", interrupted);
        }
    }

    /** False where there is no {@code /proc}: user namespaces exist on Linux only. */
    private static boolean isRoot() throws IOException {
        Path self = Path.of("/proc/self");
        return Files.exists(self) && Files.getAttribute(self, "unix:uid").equals(0);
    }

    private static boolean canUnshare() {
        try {
            List<String> command = new ArrayList<>(UNSHARE);
            command.add("true");
            return run(command).succeeded();
        } catch (IOException notInstalled) {
            return false;
        }
    }

    /** The exit code and the output of a program. */
    record Result(int exitCode, String output) {

        boolean succeeded() {
            return exitCode == 0;
        }
    }
}
