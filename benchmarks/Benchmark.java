import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
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
    private static final int NOT_MODIFIED = 304;
    private static final int TOGGLES = 300;
    private static final int WARM_UP_TOGGLES = 200;
    private static final int EVENTS = 10_000;
    private static final int SOAK = 15;
    private static final int TREE_ROUNDS = 3;
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
            Fsync.print(benchmark.scratch);
            benchmark.seed();
            for (var part : arguments) {
                benchmark.measure(part);
                var resident = Management.of(benchmark.server.process()).resident();
                System.out.printf("resident memory of the server after %s: %d MB%n", part, resident >> 20);
            }
        } finally {
            benchmark.server.close();
            FileSystemUtils.deleteRecursively(benchmark.scratch);
        }
        System.exit(0);
    }

    /** Measures a part, whose name may be followed by an equals sign and a number. */
    private void measure(String part) throws Exception {
        var words = part.split("=", 2);
        switch (words[0]) {
            case "reads" -> reads();
            case "nginx" -> AgainstNginx.measure(client, key, scratch);
            case "latency" -> Latency.measure(client, key, server.process(), scratch);
            case "identities" -> Identities.measure(client, server.process(), scratch);
            case "new-identities" -> NewIdentities.measure(client, server.process(), data());
            case "toggles" -> toggles();
            case "webhooks" -> Webhooks.measure(client, server, data());
            case "writers" -> Writers.measure(client, key, states, data());
            case "bulk" -> Bulk.measure(client, server.process().pid());
            case "soak" -> Soak.measure(client, server.process(), data(), words.length > 1 ? Integer.parseInt(words[1]) : SOAK);
            case "unleash" -> Unleash.measure(client, data());
            case "streams" -> streams();
            case "restart" -> restart();
            case "history" -> history();
            case "rebuild" -> Rebuilds.measure(client, data());
            case "verify" -> verify();
            case "audit" -> AuditQueries.measure(client, data());
            default -> throw new IllegalArgumentException("no such part: " + part);
        }
    }

    private Path data() {
        return scratch.resolve("data");
    }

    private Child start() throws IOException {
        return start(true);
    }

    /** {@code tree}: whether the tree of the log is written. */
    private Child start(boolean tree) throws IOException {
        return Child.start(
                Map.of(
                        "FLAGLEDGER_WEBHOOK_ALLOW",
                        "127.0.0.0/8",
                        "FLAGLEDGER_LOGIN_PER_MINUTE",
                        "0",
                        "FLAGLEDGER_LOG_TREE",
                        Boolean.toString(tree)),
                List.of("./flagledger", "run", "--port", "0", "--data", data().toString()));
    }

    private void seed() {
        client = client.newUser();
        int project = client.project(client.organisation("Benchmark"), "Benchmark");
        key = client.environment(project, "Benchmark").get("api_key").asString();
        for (int feature = 0; feature < FEATURES; feature++) {
            client.send("POST", "projects/" + project + "/features/", Map.of("name", "feature_" + feature));
        }
        var listed = client.send("GET", "environments/" + key + "/featurestates/", null).get("results");
        states = listed.valueStream().map(Client::id).toList();
    }

    private void reads() throws Exception {
        var flags = Load.of(server.port(), Wire.get(Wire.FLAGS, Wire.key(key)));
        Contest.againstBareServlet("GET /flags/", flags, scratch, flags());
        Management.of(server.process()).printAllocation("GET /flags/", flags);
        var now = DateTimeFormatter.RFC_1123_DATE_TIME.format(ZonedDateTime.now(ZoneOffset.UTC));
        var known = Wire.get(Wire.DOCUMENT, Wire.key(client.serverKey(key)), "If-Modified-Since: " + now);
        var documents = new Load(server.port(), NOT_MODIFIED, List.of(known));
        new Contest("GET /environment-document/ 304", documents, "GET /flags/", flags).print();
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

    private void streams() throws Exception {
        var streams = new Streams(client);
        streams.measureMemory(server.port(), server.process().pid());
        streams.measureChanges(client);
        server.close();
        streams.close();
        server = start();
        client = client.at(server.port());
        streams.connect(server.port(), "all again after a restart, at once");
        streams.close();
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

    /** Starts on a long log: with checkpoints, and without any, so that all of it is folded. */
    private void history() throws Exception {
        restarted("start on next to nothing");
        OldLog.fill(client, data());
        OldLog.passProjections(data());
        OldLog.addIdentities(client, key, data());
        server.close();
        server = start();
        restarted("start with checkpoints on " + OldLog.EVENTS + " events and identities");
        double usual = server.cpuSeconds();
        AsOf.measure(data(), OldLog.PROJECT);
        AsOf.measureRoute(client, data(), OldLog.PROJECT);
        OldLog.forgetCheckpoints(data());
        server.process().destroyForcibly().waitFor();
        restarted("start without checkpoints on " + OldLog.EVENTS + " events");
        FoldFromZero.print(server, usual);
        long bytes = Heap.of(server.process().pid()).total();
        System.out.printf("heap on a log of %d events: %.1f MB%n", OldLog.EVENTS, bytes / 1e6);
    }

    /** What the tree of the log costs those who write, and how long its verification takes. */
    private void verify() throws Exception {
        var with = new ArrayList<Double>();
        var without = new ArrayList<Double>();
        for (int round = 0; round < TREE_ROUNDS; round++) {
            for (boolean tree : List.of(true, false)) {
                server.close();
                server = start(tree);
                client = client.at(server.port());
                (tree ? with : without).add(Writers.togglesPerSecond(client, key, states));
            }
        }
        Verify.printCost(with, without);
        server.close();
        server = start();
        client = client.at(server.port());
        Verify.measure(client, data(), scratch);
    }

    private void restarted(String what) throws Exception {
        server.close();
        long begun = System.nanoTime();
        server = start();
        client = client.at(server.port());
        double seconds = (System.nanoTime() - begun) / 1e9;
        // What the last page took is logged a moment after the node is ready.
        Thread.sleep(1_000);
        System.out.printf("%s: %.1f s; %s%n", what, seconds, server.said("Folded"));
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
