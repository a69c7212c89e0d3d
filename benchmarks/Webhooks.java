import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;

/** Deliveries to receivers on loopback: their delay and rate, a dead receiver among others, and many that wait. */
final class Webhooks implements AutoCloseable {

    private static final int RECEIVERS = 100;
    private static final int TOGGLES = 200;
    private static final int WARM_UP = 50;
    private static final int QUEUED = 60_000;
    private static final int BUSY = 20;
    private static final int LANES = 50;
    private static final int REFUSED_LANES = LANES * 3 / 10;
    private static final int WAITING = Integer.getInteger("waiting", 1_000_000);
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Pattern TIMESTAMP = Pattern.compile("\"timestamp\": \"([^\"]+)\"");

    private final Client client;
    private final String key;
    private final int state;
    private final Connection database;
    private final HttpServer server;
    private final BlockingQueue<Double> delays = new LinkedBlockingQueue<>();
    private final AtomicInteger arrived = new AtomicInteger();
    private volatile int refusedLanes;
    private int queued = 1_000_000_000;
    private boolean enabled;

    private Webhooks(Client client, Path data) throws Exception {
        this.client = client;
        int project = client.project(client.organisation("Webhooks"), "Webhooks");
        key = client.environment(project, "Webhooks").get("api_key").asString();
        client.send("POST", "projects/" + project + "/features/", Map.of("name", "told"));
        state = Client.id(client.send("GET", "environments/" + key + "/featurestates/", null).get("results").get(0));
        database = DriverManager.getConnection(OldLog.url(data));
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 1_000);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::receive);
        server.start();
    }

    static void measure(Client client, Child child, Path data) throws Exception {
        try (var webhooks = new Webhooks(client, data)) {
            var alive = new ArrayList<Integer>();
            for (int receiver = 1; receiver < RECEIVERS; receiver++) {
                alive.add(webhooks.subscribe(webhooks.url()));
            }
            webhooks.toggle(WARM_UP, alive.size());
            var without = webhooks.toggle(TOGGLES, alive.size());
            Benchmark.print("event to first attempt, of %d webhooks".formatted(alive.size()), without);
            try (var dead = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
                webhooks.subscribe("http://127.0.0.1:" + dead.getLocalPort() + "/");
                Benchmark.print("the same beside one that never answers", webhooks.toggle(TOGGLES, alive.size()));
            }
            webhooks.rate(alive, child, data);
            webhooks.rateOfOthers(alive);
            webhooks.waiting(child, data, alive.size());
        }
    }

    @Override
    public void close() throws Exception {
        server.stop(0);
        database.close();
    }

    private String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/";
    }

    private int subscribe(String url) {
        return Client.id(client.send(
                "POST", "environments/" + key + "/webhooks/", Map.of("url", url, "secret", "s3cret")));
    }

    private void receive(HttpExchange exchange) throws IOException {
        var now = Instant.now();
        var body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.US_ASCII);
        boolean refused = Long.parseLong(exchange.getRequestHeaders().getFirst("webhook-sequence")) % LANES < refusedLanes;
        exchange.sendResponseHeaders(refused ? 500 : 204, -1);
        exchange.close();
        if (refused) {
            return;
        }
        arrived.incrementAndGet();
        var timestamp = TIMESTAMP.matcher(body);
        if (timestamp.find()) {
            delays.add(Duration.between(Instant.parse(timestamp.group(1)), now).toNanos() / 1e6);
        }
    }

    /** The delays in milliseconds of changes, one after another, at so many receivers. */
    private List<Double> toggle(int changes, int receivers) throws InterruptedException {
        delays.clear();
        var times = new ArrayList<Double>();
        for (int change = 0; change < changes; change++) {
            enabled = !enabled;
            client.send("PATCH", "environments/" + key + "/featurestates/" + state + "/", Map.of("enabled", enabled));
            for (int receiver = 0; receiver < receivers; receiver++) {
                times.add(delays.poll(PATIENCE.toSeconds(), TimeUnit.SECONDS));
            }
        }
        return times;
    }

    /** What is queued at once, for some webhooks in many lanes each. */
    private void rate(List<Integer> webhooks, Child child, Path data) throws Exception {
        var before = CpuTime.of(child.process(), data);
        double perSecond = acknowledged(webhooks, QUEUED);
        System.out.printf(
                "%d queued deliveries to %d webhooks: %.0f/s; for each: %s%n",
                QUEUED, BUSY, perSecond, CpuTime.of(child.process(), data).sinceForEach(before, QUEUED));
    }

    /** The same, if all that is about some features is refused; the others must not wait for it. */
    private void rateOfOthers(List<Integer> webhooks) throws Exception {
        int others = QUEUED / LANES * (LANES - REFUSED_LANES);
        double alone = acknowledged(webhooks, QUEUED) * others / QUEUED;
        refusedLanes = REFUSED_LANES;
        double beside = acknowledged(webhooks, others);
        refusedLanes = 0;
        // What was refused would be tried again while something else is measured.
        Rebuilds.run(database, "truncate webhook.webhook_delivery, webhook.webhook_lane, webhook.webhook_circuit cascade");
        System.out.printf(
                "those of %d of %d features while the rest is refused: %.0f/s, while nothing is: %.0f/s, ratio %.2f%n",
                LANES - REFUSED_LANES, LANES, beside, alone, beside / alone);
    }

    /** Queues deliveries; returns how many a second are acknowledged until it is this number. */
    private double acknowledged(List<Integer> webhooks, int number) throws Exception {
        arrived.set(0);
        long begun = System.nanoTime();
        for (int webhook : webhooks.subList(0, BUSY)) {
            queue(webhook, QUEUED / BUSY, LANES, "now()");
        }
        while (arrived.get() < number) {
            Thread.sleep(10);
        }
        return number / ((System.nanoTime() - begun) / 1e9);
    }

    /** Deliveries that wait for a receiver that is away. */
    private void waiting(Child child, Path data, int receivers) throws Exception {
        long empty = bytes();
        int away = subscribe("http://127.0.0.1:1/");
        queue(away, WAITING, LANES, "now() + interval '1 day'");
        Rebuilds.run(database, "vacuum analyze webhook.webhook_delivery");
        System.out.printf("%d waiting deliveries: %.0f bytes each%n", WAITING, (bytes() - empty) / (double) WAITING);
        Benchmark.print("event to first attempt beside them", toggle(TOGGLES, receivers));
        var before = CpuTime.of(child.process(), data);
        Thread.sleep(10_000);
        System.out.printf(
                "for each second beside them: %s%n", CpuTime.of(child.process(), data).sinceForEach(before, 10));
    }

    private long bytes() throws Exception {
        return Rebuilds.number(
                database,
                "select pg_total_relation_size('webhook.webhook_delivery') + pg_total_relation_size('webhook.webhook_lane')");
    }

    /** Queues bodies as the outbox does, under numbers far from its own. */
    private void queue(int webhook, int count, int lanes, String dueAt) throws Exception {
        var body = "{\"data\": {\"changed_by\": \"ana@example.test\", \"text\": \"" + "x".repeat(600)
                + "\"}, \"event_type\": \"FLAG_UPDATED\"}";
        Rebuilds.run(
                database,
                """
                begin;
                insert into webhook.webhook_delivery
                    (webhook_id, environment_id, position, ordinal, sequence, lane, body, created_at)
                select %1$d, 1, %6$d + n, 0, %6$d + n, 1000000 + n %% %3$d, convert_to('%4$s', 'UTF8'), now()
                from generate_series(1, %2$d) n;
                insert into webhook.webhook_lane (webhook_id, lane, due_at)
                select %1$d, 1000000 + n, %5$s from generate_series(0, %3$d - 1) n
                on conflict (webhook_id, lane) do update set queued = webhook_lane.queued + 1;
                commit"""
                        .formatted(webhook, count, lanes, body, dueAt, queued));
        queued += count;
    }
}
