import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** Two rates, called as they are printed, in turn and often: whatever else the machine does then falls on both. */
record Contest(String name, Rate one, String otherName, Rate other) {

    private static final int ROUNDS = Integer.getInteger("rounds", 21);
    private static final Duration WARM_UP = Duration.ofSeconds(8);
    private static final Duration ROUND = Duration.ofSeconds(1);

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

    /** Prints the medians, and how far apart the ratios of the rounds were. */
    void print() throws Exception {
        one.perSecond(WARM_UP);
        other.perSecond(WARM_UP);
        var first = new double[ROUNDS];
        var second = new double[ROUNDS];
        var ratios = new double[ROUNDS];
        for (int round = 0; round < ROUNDS; round++) {
            first[round] = one.perSecond(ROUND);
            second[round] = other.perSecond(ROUND);
            ratios[round] = first[round] / second[round];
        }
        System.out.printf(
                "%s %.0f/s, %s %.0f/s, ratio %.2f (of %d rounds from %.2f to %.2f)%n",
                name, median(first), otherName, median(second), median(ratios), ROUNDS, ratios[0], ratios[ROUNDS - 1]);
    }

    /** Sorts the figures. */
    static double median(double[] figures) {
        Arrays.sort(figures);
        return figures[figures.length / 2];
    }
}
