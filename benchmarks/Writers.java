import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;

/** Confirmed changes per second: by one client, by many, and bare inserts into the same PostgreSQL. */
final class Writers {

    private static final Duration ROUND = Duration.ofSeconds(5);
    private static final int ROUNDS = 5;
    private static final int MANY = 32;
    private static final int BYTES = 400;
    private static final int PORT_LINE = 3;

    private Writers() {}

    /** {@code states}: of different flags, one for each connection. */
    static void measure(Client client, String key, List<Integer> states, Path data) throws Exception {
        var toggles = loads(client, key, states);
        perSecond(toggles);
        var one = new ArrayList<Double>();
        var many = new ArrayList<Double>();
        var bare = new ArrayList<Double>();
        for (int round = 0; round < ROUNDS; round++) {
            one.add(perSecond(toggles.subList(0, 1)));
            many.add(perSecond(toggles));
            bare.add(inserts(url(data)));
        }
        System.out.printf(
                "toggles: %.0f/s by one client, %.0f/s by %d: %.1f times; bare inserts %.0f/s: %.3f of them%n",
                median(one),
                median(many),
                MANY,
                median(many) / median(one),
                median(bare),
                median(many) / median(bare));
    }

    /** Changes by many clients, after a warm-up. */
    static double togglesPerSecond(Client client, String key, List<Integer> states) throws Exception {
        var toggles = loads(client, key, states);
        perSecond(toggles);
        return perSecond(toggles);
    }

    private static List<Load> loads(Client client, String key, List<Integer> states) {
        return states.stream()
                .limit(MANY)
                .map(state -> new Load(client.port(), 200, toggles(client, key, state)))
                .toList();
    }

    /** Switches a flag on and off, so that each request is a change. */
    private static List<byte[]> toggles(Client client, String key, int state) {
        return Stream.of(true, false)
                .map(enabled -> Wire.patch(
                        "/api/v1/environments/" + key + "/featurestates/" + state + "/",
                        "{\"enabled\":" + enabled + "}",
                        "Authorization: Token " + client.token()))
                .toList();
    }

    /** Answers per second to loads that run at the same time, each on one connection. */
    private static double perSecond(List<Load> loads) throws Exception {
        double answers = 0;
        try (var connections = Executors.newFixedThreadPool(loads.size())) {
            var rates = new ArrayList<Future<Double>>();
            for (var load : loads) {
                rates.add(connections.submit(() -> load.perSecond(ROUND, 1)));
            }
            for (var rate : rates) {
                answers += rate.get();
            }
        }
        return answers;
    }

    /** The address of the server's own PostgreSQL. */
    private static String url(Path data) throws IOException {
        var port = Files.readAllLines(data.resolve("postgres").resolve("postmaster.pid")).get(PORT_LINE);
        var password = Files.readString(data.resolve("password")).strip();
        return "jdbc:postgresql://127.0.0.1:" + port + "/postgres?user=flagledger&password=" + password;
    }

    /** Durable inserts per second, one for each transaction. */
    private static double inserts(String url) throws Exception {
        try (var connection = DriverManager.getConnection(url);
                var statement = connection.createStatement()) {
            statement.execute("create table if not exists bare (id bigint generated always as identity, data bytea)");
        }
        long end = System.nanoTime() + ROUND.toNanos();
        long inserted = 0;
        try (var threads = Executors.newFixedThreadPool(MANY)) {
            var counts = new ArrayList<Future<Integer>>();
            for (int thread = 0; thread < MANY; thread++) {
                counts.add(threads.submit(() -> inserts(url, end)));
            }
            for (var count : counts) {
                inserted += count.get();
            }
        }
        return inserted / (double) ROUND.toSeconds();
    }

    private static int inserts(String url, long end) throws SQLException {
        int inserted = 0;
        try (var connection = DriverManager.getConnection(url);
                var statement = connection.prepareStatement("insert into bare (data) values (?)")) {
            for (; System.nanoTime() < end; inserted++) {
                statement.setBytes(1, new byte[BYTES]);
                statement.executeUpdate();
            }
        }
        return inserted;
    }

    private static double median(List<Double> figures) {
        return figures.stream().sorted().skip(ROUNDS / 2).findFirst().orElseThrow();
    }
}
