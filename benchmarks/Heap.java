import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * What is alive in a Java process.
 *
 * @param bytes by the name of the class
 */
record Heap(Map<String, Long> bytes) {

    private static final Pattern ROW = Pattern.compile("\\s*\\d+:\\s+\\d+\\s+(\\d+)\\s+(\\S+).*");
    private static final int SHOWN = 12;
    private static final double KILO = 1_000;

    /** Counts after a collection. */
    static Heap of(long process) throws IOException {
        var jcmd = ProcessHandle.current().info().command().orElseThrow().replaceFirst("java$", "jcmd");
        var counting = new ProcessBuilder(jcmd, Long.toString(process), "GC.class_histogram").start();
        Map<String, Long> bytes = new HashMap<>();
        counting.inputReader().lines().map(ROW::matcher).filter(row -> row.matches()).forEach(row ->
                bytes.merge(row.group(2), Long.parseLong(row.group(1)), Long::sum));
        return new Heap(bytes);
    }

    long total() {
        return bytes.values().stream().mapToLong(Long::longValue).sum();
    }

    /** Prints what has come since, for each of so many. */
    void print(String what, Heap before, int many) {
        System.out.printf(
                "%s: %.0f kB each (heap %.1f MB, before %.1f MB), of which%n",
                what, (total() - before.total()) / KILO / many, total() / KILO / KILO, before.total() / KILO / KILO);
        Map<String, Long> more = new HashMap<>();
        bytes.forEach((name, now) -> more.put(name, now - before.bytes.getOrDefault(name, 0L)));
        more.entrySet().stream()
                .sorted(Map.Entry.<String, Long>comparingByValue().reversed())
                .limit(SHOWN)
                .forEach(entry -> System.out.printf("  %8.1f kB %s%n", entry.getValue() / KILO / many, entry.getKey()));
    }
}
