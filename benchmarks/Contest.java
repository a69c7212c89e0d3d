import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** Two loads, called as they are printed, in turn: whatever else the machine does then falls on both. */
record Contest(String name, Load one, String otherName, Load other) {

    private static final int ROUNDS = 5;
    private static final Duration WARM_UP = Duration.ofSeconds(8);
    private static final Duration ROUND = Duration.ofSeconds(4);

    /** The same requests answered by a bare servlet that sends this body. */
    static void againstBareServlet(String name, Load load, Path scratch, String body) throws Exception {
        var file = Files.writeString(scratch.resolve("body.json"), body, StandardCharsets.UTF_8);
        try (var yardstick = bareServlet(file)) {
            new Contest(name, load, "bare servlet", load.at(yardstick.port())).print();
        }
    }

    private static Child bareServlet(Path body) throws IOException {
        var java = ProcessHandle.current().info().command().orElseThrow();
        return Child.start(
                Map.of(),
                List.of(java, "-cp", "standalone/target/app/lib/*", "benchmarks/BareServlet.java", body.toString()));
    }

    /** Prints every round, and last the median of the ratios. */
    void print() {
        one.perSecond(WARM_UP);
        other.perSecond(WARM_UP);
        var ratios = new double[ROUNDS];
        for (int round = 0; round < ROUNDS; round++) {
            double first = one.perSecond(ROUND);
            double second = other.perSecond(ROUND);
            ratios[round] = first / second;
            System.out.printf("%s %.0f/s, %s %.0f/s, ratio %.2f%n", name, first, otherName, second, ratios[round]);
        }
        Arrays.sort(ratios);
        System.out.printf("%s against %s, median of %d: %.2f%n", name, otherName, ROUNDS, ratios[ROUNDS / 2]);
    }
}
