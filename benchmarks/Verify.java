import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.util.List;
import java.util.stream.Stream;

/** The proof of a long log: what it costs those who write, and how long it takes to write the tree and to verify it. */
final class Verify {

    private static final int LOOK_MILLIS = 50;

    private Verify() {}

    static void printCost(List<Double> with, List<Double> without) {
        System.out.printf(
                "toggles with the tree of the log: %.0f/s, without: %.0f/s: %.2f times%n",
                median(with), median(without), median(with) / median(without));
    }

    static void measure(Client client, Path data, Path scratch) throws Exception {
        OldLog.fill(client, data);
        long begun = System.nanoTime();
        long events = awaitHead(data);
        System.out.printf(
                "tree of %d events written: %.0f events/s%n", events, events / ((System.nanoTime() - begun) / 1e9));
        var extract = scratch.resolve("extract").toString();
        run("verify", "--data", data.toString());
        run("export", "--data", data.toString(), "--out", extract);
        System.out.printf("size of the extract: %d MB%n", Files.size(Path.of(extract)) >> 20);
        run("verify", "--file", extract);
        Files.delete(Path.of(extract));
    }

    private static void run(String... arguments) throws Exception {
        var command = Stream.concat(Stream.of("./flagledger"), Stream.of(arguments)).toList();
        long begun = System.nanoTime();
        var process = new ProcessBuilder(command).redirectErrorStream(true).start();
        var said = new String(process.getInputStream().readAllBytes());
        int exit = process.waitFor();
        if (exit != 0) {
            throw new IllegalStateException(command + " exited with " + exit + ": " + said);
        }
        System.out.printf(
                "%s: %.1f s; %s%n", arguments[0], (System.nanoTime() - begun) / 1e9, said.lines().toList().getLast());
    }

    /** Waits until the newest checkpoint has all events, and returns their number. */
    private static long awaitHead(Path data) throws Exception {
        try (var connection = DriverManager.getConnection(OldLog.url(data));
                var statement = connection.createStatement()) {
            while (true) {
                try (var row = statement.executeQuery("select (select max(size) from ledger.tree_head),"
                        + " (select max(position) from ledger.event)")) {
                    row.next();
                    if (row.getLong(1) == row.getLong(2)) {
                        return row.getLong(2);
                    }
                }
                Thread.sleep(LOOK_MILLIS);
            }
        }
    }

    private static double median(List<Double> figures) {
        return figures.stream().sorted().skip(figures.size() / 2).findFirst().orElseThrow();
    }
}
