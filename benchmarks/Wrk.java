import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.regex.Pattern;

/** The requests of a load, sent by wrk: it takes less of the machine from the server than a client in Java does. */
record Wrk(int port, Path requests) implements Rate {

    private static final Pattern RATE = Pattern.compile("Requests/sec:\\s+([\\d.]+)");
    private static final Pattern FAILED = Pattern.compile("Non-2xx or 3xx responses.*|Socket errors.*");

    /** Checks the status of some responses before, which wrk does not. */
    static Wrk of(Load load, Path scratch) throws IOException {
        load.perSecond(Duration.ofMillis(100));
        var bytes = new ByteArrayOutputStream();
        for (var request : load.requests()) {
            bytes.writeBytes(request);
            bytes.write(0);
        }
        return new Wrk(load.port(), Files.write(Files.createTempFile(scratch, "requests", ""), bytes.toByteArray()));
    }

    /** In whole seconds. */
    @Override
    public double perSecond(Duration duration) throws Exception {
        var url = "http://127.0.0.1:" + port;
        var wrk = new ProcessBuilder(
                        "wrk", "-t2", "-c" + Load.CONNECTIONS, "-d" + duration.toSeconds() + "s",
                        "-s", "benchmarks/requests.lua", url, "--", requests.toString())
                .redirectErrorStream(true)
                .start();
        var printed = new String(wrk.getInputStream().readAllBytes());
        var rate = RATE.matcher(printed);
        if (wrk.waitFor() != 0 || !rate.find() || FAILED.matcher(printed).find()) {
            throw new IOException("wrk failed:\n" + printed);
        }
        return Double.parseDouble(rate.group(1));
    }
}
