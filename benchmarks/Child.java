import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Pattern;

/** A process of its own, known to be up by what it prints. */
record Child(Process process, int port, List<String> lines) implements AutoCloseable {

    private static final Pattern PORT = Pattern.compile(".*(?:localhost:|listening on )(\\d+).*");

    /** Starts it and waits for the line that names its port. */
    static Child start(Map<String, String> environment, List<String> command) throws IOException {
        var builder = new ProcessBuilder(command).redirectErrorStream(true);
        // Whoever runs a benchmark may have the address of a database that matters in the environment.
        builder.environment().keySet().removeIf(name -> name.startsWith("FLAGLEDGER_"));
        builder.environment().putAll(environment);
        var process = builder.start();
        var output = process.inputReader();
        var lines = new CopyOnWriteArrayList<String>();
        for (var line = output.readLine(); line != null; line = output.readLine()) {
            lines.add(line);
            var port = PORT.matcher(line);
            if (port.matches()) {
                Thread.startVirtualThread(() -> drain(output, lines));
                return new Child(process, Integer.parseInt(port.group(1)), lines);
            }
        }
        throw new IOException("ended before it listened: " + command);
    }

    /** The last line with this in it that it has printed, from there on; empty if there is none. */
    String said(String text) {
        return lines.reversed().stream()
                .filter(line -> line.contains(text))
                .findFirst()
                .map(line -> line.substring(line.indexOf(text)))
                .orElse("");
    }

    /** What it has used since it was started. */
    double cpuSeconds() {
        return process.info().totalCpuDuration().orElseThrow().toMillis() / 1e3;
    }

    private static void drain(BufferedReader output, List<String> lines) {
        try {
            output.lines().forEach(lines::add);
        } catch (UncheckedIOException _) {
            // The process was ended, and its output with it.
        }
    }

    @Override
    public void close() throws InterruptedException {
        process.destroy();
        process.waitFor();
    }
}
