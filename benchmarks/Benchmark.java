import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.springframework.util.FileSystemUtils;
import tools.jackson.databind.json.JsonMapper;

/** What the main job costs: reading flags, switching one, telling a receiver, much at once, starting on an old log. */
final class Benchmark {

    private static final int FEATURES = 50;
    private static final int CONNECTIONS = 32;
    private static final int ROUNDS = 5;
    private static final int TOGGLES = 300;
    private static final int WARM_UP_TOGGLES = 200;
    private static final int EVENTS = 10_000;
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Path scratch = Files.createTempDirectory("benchmark");
    private final BlockingQueue<Long> delays = new LinkedBlockingQueue<>();
    private Child server = start();
    private Client client = new Client(server.port(), "");
    private String key = "";
    private List<Integer> states = List.of();

    private Benchmark() throws IOException {}

    public static void main(String[] arguments) throws Exception {
        var benchmark = new Benchmark();
        try {
            benchmark.seed();
            benchmark.reads();
            benchmark.toggles();
            Bulk.measure(benchmark.client);
            benchmark.restart();
        } finally {
            benchmark.server.close();
            FileSystemUtils.deleteRecursively(benchmark.scratch);
        }
        System.exit(0);
    }

    private Child start() throws IOException {
        return Child.start(
                Map.of("FLAGLEDGER_WEBHOOK_ALLOW", "127.0.0.0/8"),
                List.of("./flagledger", "run", "--port", "0", "--data", scratch.resolve("data").toString()));
    }

    private void seed() {
        client = client.newUser();
        int organisation = Client.id(client.send("POST", "organisations/", Map.of("name", "Benchmark")));
        int project = Client.id(
                client.send("POST", "projects/", Map.of("name", "Benchmark", "organisation", organisation)));
        key = client.send("POST", "environments/", Map.of("name", "Benchmark", "project", project))
                .get("api_key")
                .asString();
        for (int feature = 0; feature < FEATURES; feature++) {
            client.send("POST", "projects/" + project + "/features/", Map.of("name", "feature_" + feature));
        }
        var listed = client.send("GET", "environments/" + key + "/featurestates/", null).get("results");
        states = listed.valueStream().map(Client::id).toList();
    }

    private void reads() throws Exception {
        var body = scratch.resolve("flags.json");
        Files.write(body, flags().getBytes(StandardCharsets.UTF_8));
        var java = ProcessHandle.current().info().command().orElseThrow();
        var bare = List.of(java, "-cp", "standalone/target/app/lib/*", "benchmarks/BareServlet.java", body.toString());
        try (var yardstick = Child.start(Map.of(), bare)) {
            var ours = new Load(server.port(), key, CONNECTIONS);
            var theirs = new Load(yardstick.port(), key, CONNECTIONS);
            ours.perSecond(Duration.ofSeconds(8));
            theirs.perSecond(Duration.ofSeconds(8));
            var ratios = new double[ROUNDS];
            for (int round = 0; round < ROUNDS; round++) {
                double flags = ours.perSecond(Duration.ofSeconds(4));
                double servlet = theirs.perSecond(Duration.ofSeconds(4));
                ratios[round] = flags / servlet;
                System.out.printf("GET /flags/ %.0f/s, bare servlet %.0f/s, ratio %.2f%n", flags, servlet, ratios[round]);
            }
            Arrays.sort(ratios);
            System.out.printf("GET /flags/ against a bare servlet, median of %d: %.2f%n", ROUNDS, ratios[ROUNDS / 2]);
        }
    }

    private void toggles() throws Exception {
        var receiver = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        receiver.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        receiver.createContext("/", exchange -> {
            var arrived = Instant.now();
            var data = JSON.readTree(exchange.getRequestBody().readAllBytes()).get("data");
            delays.add(Duration.between(Instant.parse(data.get("timestamp").asString()), arrived).toMillis());
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
        });
        receiver.start();
        var url = "http://127.0.0.1:" + receiver.getAddress().getPort() + "/";
        client.send("POST", "environments/" + key + "/webhooks/", Map.of("url", url));
        var times = new ArrayList<Double>();
        int unseen = 0;
        for (int toggle = 0; toggle < WARM_UP_TOGGLES + TOGGLES; toggle++) {
            boolean enabled = toggle % 2 == 0;
            long begun = System.nanoTime();
            toggle(states.getFirst(), enabled);
            times.add((System.nanoTime() - begun) / 1e6);
            unseen += JSON.readTree(flags()).get(0).get("enabled").asBoolean() == enabled ? 0 : 1;
        }
        var told = new ArrayList<Double>();
        for (int toggle = 0; toggle < WARM_UP_TOGGLES + TOGGLES; toggle++) {
            told.add((double) delays.poll(30, TimeUnit.SECONDS));
        }
        receiver.stop(0);
        print("toggle, request to answer", times.subList(WARM_UP_TOGGLES, times.size()));
        System.out.println("toggles that the next GET /flags/ did not show: " + unseen);
        print("event to first attempt of its webhook", told.subList(WARM_UP_TOGGLES, told.size()));
    }

    private void restart() throws Exception {
        try (var writers = Executors.newFixedThreadPool(4)) {
            for (int event = 0; event < EVENTS; event++) {
                int state = states.get(event % FEATURES);
                boolean enabled = event / FEATURES % 2 == 0;
                writers.execute(() -> toggle(state, enabled));
            }
        }
        server.close();
        long begun = System.nanoTime();
        server = start();
        client = client.at(server.port());
        System.out.printf("start on a log of %d events: %.1f s%n", EVENTS, (System.nanoTime() - begun) / 1e9);
    }

    private void toggle(int state, boolean enabled) {
        client.send("PATCH", "environments/" + key + "/featurestates/" + state + "/", Map.of("enabled", enabled));
    }

    private String flags() {
        return client.flags(key);
    }

    static void print(String what, List<Double> millis) {
        var sorted = millis.stream().sorted().toList();
        System.out.printf(
                "%s: p50 %.1f ms, p95 %.1f ms, p99 %.1f ms%n",
                what,
                sorted.get(sorted.size() / 2),
                sorted.get(sorted.size() * 95 / 100),
                sorted.get(sorted.size() * 99 / 100));
    }
}
