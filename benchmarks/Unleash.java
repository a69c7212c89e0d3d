import dev.flagledger.benchmarks.SampleIdentities;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** An Unleash with the same flags, on the PostgreSQL that the server has started for itself. It is told to call nobody. */
final class Unleash implements AutoCloseable {

    private static final String MODULE = "unleash-server@8.2.0";
    private static final Path HOME = Path.of("benchmarks/target/unleash");
    private static final int OLDEST_NODE = 22;
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final String ADMIN = "*:*.benchmark-admin";
    private static final String BACKEND = "default:development.benchmark-backend";
    private static final String FRONTEND = "default:development.benchmark-frontend";
    private static final String NO_LIMIT = "100000000";

    private final Process process;
    private final int port;

    private Unleash(Process process, int port) {
        this.process = process;
        this.port = port;
    }

    static void measure(Client client, Path data) throws Exception {
        if (!isInstalled()) {
            return;
        }
        var crowd = Crowd.of(client, client.organisation("Unleash"), 50, 15, 0);
        try (var unleash = start(data)) {
            unleash.seed(50, 15);
            new Contest("GET /environment-document/", crowd.documents(), "Unleash /api/client/features", unleash.features())
                    .print();
            new Contest("POST /identities/", crowd.visits(), "Unleash /api/frontend", unleash.visits()).print();
        }
    }

    private static boolean isInstalled() throws Exception {
        try {
            var node = new ProcessBuilder("node", "--version").start();
            var version = new String(node.getInputStream().readAllBytes()).strip();
            if (Integer.parseInt(version.replaceAll("v(\\d+).*", "$1")) < OLDEST_NODE) {
                System.out.printf("Unleash is skipped: it needs Node %d, and this is %s%n", OLDEST_NODE, version);
                return false;
            }
            if (!Files.isDirectory(HOME.resolve("node_modules/unleash-server"))) {
                install();
            }
            return true;
        } catch (IOException e) {
            System.out.println("Unleash is skipped: " + e.getMessage());
            return false;
        }
    }

    private static void install() throws Exception {
        Files.createDirectories(HOME);
        var npm = new ProcessBuilder(
                        "npm", "install", "--prefix", HOME.toString(), "--ignore-scripts", "--no-audit", "--no-fund", MODULE)
                .redirectErrorStream(true)
                .start();
        var said = new String(npm.getInputStream().readAllBytes());
        if (npm.waitFor() != 0) {
            throw new IOException("npm could not install " + MODULE + ":\n" + said);
        }
    }

    private static Unleash start(Path data) throws Exception {
        int postgres = Integer.parseInt(Files.readAllLines(data.resolve("postgres/postmaster.pid")).get(3));
        var password = Files.readString(data.resolve("password")).strip();
        createDatabase(postgres, password);
        int port = freePort();
        var builder = new ProcessBuilder("node", HOME.resolve("node_modules/unleash-server/dist/server.js").toString())
                .redirectErrorStream(true)
                .redirectOutput(HOME.resolve("log").toFile());
        builder.environment()
                .putAll(Map.of(
                        "DATABASE_URL", "postgres://flagledger:" + password + "@127.0.0.1:" + postgres + "/unleash",
                        "DATABASE_SSL", "false",
                        "HTTP_HOST", "127.0.0.1",
                        "HTTP_PORT", Integer.toString(port),
                        "NODE_ENV", "production",
                        "CHECK_VERSION", "false",
                        "SEND_TELEMETRY", "false"));
        builder.environment()
                .putAll(Map.of(
                        "INIT_ADMIN_API_TOKENS", ADMIN,
                        "INIT_BACKEND_API_TOKENS", BACKEND,
                        "INIT_FRONTEND_API_TOKENS", FRONTEND,
                        "TOKEN_AUTHENTICATION_RATE_LIMIT_PER_MINUTE", NO_LIMIT,
                        "SDK_API_RATE_LIMIT_PER_MINUTE", NO_LIMIT,
                        "FRONTEND_API_REFRESH_INTERVAL_MS", "1000"));
        var unleash = new Unleash(builder.start(), port);
        unleash.awaitReady();
        return unleash;
    }

    private static void createDatabase(int port, String password) throws SQLException {
        var url = "jdbc:postgresql://127.0.0.1:" + port + "/postgres";
        try (var connection = DriverManager.getConnection(url, "flagledger", password);
                var statement = connection.createStatement()) {
            statement.execute("create database unleash");
        }
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    private void awaitReady() throws Exception {
        var end = Instant.now().plus(PATIENCE);
        while (!answers()) {
            if (!process.isAlive() || Instant.now().isAfter(end)) {
                throw new IOException("Unleash did not start:\n" + Files.readString(HOME.resolve("log")));
            }
            Thread.sleep(Duration.ofMillis(200));
        }
    }

    private boolean answers() throws InterruptedException {
        try {
            var asked = HttpRequest.newBuilder(uri("health")).build();
            return HTTP.send(asked, BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException _) {
            return false;
        }
    }

    /** Every flag is on; each segment decides on one of them. */
    private void seed(int features, int segments) throws Exception {
        var flags = "api/admin/projects/default/features";
        for (int feature = 0; feature < features; feature++) {
            var name = "feature_" + feature;
            send(flags, Map.of("name", name, "type", "release"));
            var environment = flags + "/" + name + "/environments/development/";
            var strategy = Map.of(
                    "name", "flexibleRollout",
                    "parameters", Map.of("rollout", "100", "stickiness", "default", "groupId", name),
                    "segments", feature < segments ? List.of(segment(feature)) : List.of());
            send(environment + "strategies", strategy);
            send(environment + "on", Map.of());
        }
    }

    /** Unleash asks for all of the fifteen, so what a visitor must not be is asked the other way round. */
    private int segment(int segment) throws Exception {
        var plans = IntStream.range(segment, segment + 5).mapToObj(plan -> "plan-" + plan % 10).toList();
        var once = Stream.of(
                Map.of("contextName", "plan", "operator", "IN", "values", plans),
                Map.of("contextName", "age", "operator", "NUM_GTE", "value", "18"),
                Map.of("contextName", "version", "operator", "SEMVER_GT", "value", "1.10.0"),
                Map.of("contextName", "email", "operator", "STR_CONTAINS", "values", List.of("@example")),
                Map.of("contextName", "country", "operator", "IN", "values", List.of("AT", "CH", "DE", "FR", "PL")));
        var never = IntStream.range(0, 10)
                .mapToObj(value -> Map.of("contextName", "device", "operator", "NOT_IN", "values", List.of("none" + value)));
        var body = Map.of("name", "segment-" + segment, "constraints", Stream.concat(once, never).toList());
        return Integer.parseInt(send("api/admin/segments", body).replaceAll("(?s).*\"id\":(\\d+).*", "$1"));
    }

    private String send(String path, Object body) throws Exception {
        var asked = HttpRequest.newBuilder(uri(path))
                .header("Authorization", ADMIN)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(Client.json(body)))
                .build();
        var answer = HTTP.send(asked, BodyHandlers.ofString());
        if (answer.statusCode() >= 300) {
            throw new IOException(path + ": " + answer.statusCode() + " " + answer.body());
        }
        return answer.body();
    }

    private Load features() {
        return Load.of(port, Wire.get("/api/client/features", "Authorization: " + BACKEND));
    }

    private Load visits() {
        var requests = IntStream.range(0, 1_000)
                .mapToObj(number -> Wire.get("/api/frontend?" + context(number), "Authorization: " + FRONTEND))
                .toList();
        return new Load(port, 200, requests);
    }

    private static String context(int number) {
        var properties = SampleIdentities.traits(number).stream()
                .map(trait -> "&properties[" + trait.key() + "]=" + trait.value())
                .toList();
        return "userId=" + SampleIdentities.identifier(number) + String.join("", properties);
    }

    private URI uri(String path) {
        return URI.create("http://127.0.0.1:" + port + "/" + path);
    }

    @Override
    public void close() throws InterruptedException {
        process.destroy();
        process.waitFor();
    }
}
