import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Callable;

/** How long those who ask for flags wait, at a rate that the server can take: by itself, and while others disturb it. */
final class Latency {

    private static final double SHARE_OF_HIGHEST_RATE = 0.7;
    private static final double QUANTILE = 0.99;
    private static final int ROUNDS = 11;
    /** Two servers are slowed by the machine at different times, so that the ratio of a few rounds says little. */
    private static final int ROUNDS_AGAINST_NGINX = 41;
    private static final int[] DRIPPING = {2_000, 8_192};
    /** As long as the compiler is at work, on the same core, the highest rate still rises. */
    private static final Duration WARM_UP = Duration.ofSeconds(45);
    /** A login takes so long that the compiler is at work on it for a minute. Meanwhile it takes the time of the others. */
    private static final Duration WARM_UP_OF_LOGINS = Duration.ofSeconds(90);
    private static final Duration SETTLING = Duration.ofMillis(500);
    private static final Duration ROUND = Duration.ofSeconds(2);

    private final Paced paced;

    private Latency(Paced paced) {
        this.paced = paced;
    }

    static void measure(Client client, String key, Process server, Path scratch) throws Exception {
        try (var _ = Cores.apart(server)) {
            measure(client, key, scratch);
        }
    }

    private static void measure(Client client, String key, Path scratch) throws Exception {
        var flags = Load.of(client.port(), Wire.get(Wire.FLAGS, Wire.key(key)));
        flags.perSecond(WARM_UP);
        double rate = SHARE_OF_HIGHEST_RATE * Paced.highest(flags, ROUND);
        System.out.printf("GET /flags/ at %.0f/s, %.0f %% of the highest rate%n", rate, SHARE_OF_HIGHEST_RATE * 100);
        var latency = new Latency(new Paced(flags, rate));
        latency.againstNginx(client.flags(key), scratch);
        WrongLogins.warmUp(client.port(), WARM_UP_OF_LOGINS);
        latency.disturbed("64 wrong logins at once", () -> WrongLogins.start(client.port()));
        var logins = RightLogins.register(client.port());
        latency.disturbed(RightLogins.PER_SECOND + " right logins a second", logins::start);
        logins.print();
        for (int dripping : DRIPPING) {
            latency.disturbed(dripping + " dripping connections", () -> Drips.start(client.port(), dripping));
        }
    }

    private void againstNginx(String body, Path scratch) throws Exception {
        if (Nginx.isInstalled()) {
            try (var nginx = Nginx.start(scratch)) {
                Cores.putOnOthers(nginx.process());
                var file = Load.of(nginx.port(), Wire.get(nginx.serve("flags.json", body)));
                var other = new Paced(file, paced.perSecond());
                compare("this server", () -> p99(paced), "nginx", () -> p99(other), ROUNDS_AGAINST_NGINX);
            }
        }
    }

    private void disturbed(String by, Callable<AutoCloseable> disturbance) throws Exception {
        Callable<Double> disturbed = () -> {
            try (var _ = disturbance.call()) {
                return p99(paced);
            }
        };
        compare("with " + by, disturbed, "without", () -> p99(paced), ROUNDS);
    }

    private static double p99(Paced paced) throws Exception {
        paced.quantile(QUANTILE, SETTLING);
        return paced.quantile(QUANTILE, ROUND);
    }

    private static void compare(String name, Callable<Double> one, String otherName, Callable<Double> other, int rounds)
            throws Exception {
        var first = new double[rounds];
        var second = new double[rounds];
        var ratios = new double[rounds];
        for (int round = 0; round < rounds; round++) {
            first[round] = one.call();
            second[round] = other.call();
            ratios[round] = first[round] / second[round];
        }
        System.out.printf(
                "p99 of GET /flags/: %s %.2f ms, %s %.2f ms, ratio %.2f (of %d rounds from %.2f to %.2f)%n",
                name, Contest.median(first), otherName, Contest.median(second), Contest.median(ratios), rounds,
                ratios[0], ratios[rounds - 1]);
    }
}
