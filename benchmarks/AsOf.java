import dev.flagledger.engine.state.Installation;
import dev.flagledger.ledger.history.History;
import dev.flagledger.standalone.Flagledger;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicReference;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.SpringApplicationRunListener;
import org.springframework.context.ConfigurableApplicationContext;

/** How a project was at some instant: asked of the history by a process that is a node itself, and of a server by its route. */
final class AsOf {

    private static final int WARM_UP = 50;
    private static final int QUESTIONS = 300;

    private AsOf() {}

    /** Asks of the projects whose names begin so, in the database of the server that keeps its data there. */
    static void measure(Path data, String name) throws Exception {
        var java = ProcessHandle.current().info().command().orElseThrow();
        var node = new ProcessBuilder(java, "-cp", System.getProperty("java.class.path"), "benchmarks/AsOf.java", name);
        node.environment().put("FLAGLEDGER_DATABASE_URL", OldLog.url(data));
        node.environment().put("FLAGLEDGER_SECRET_KEY_FILE", data.resolve("secret").toString());
        if (node.inheritIO().start().waitFor() != 0) {
            throw new IllegalStateException("the node that was to ask has failed");
        }
    }

    /**
     * Asks a server for the features of the projects whose names begin so, at positions, since the copied log's times are ahead of
     * the clock. Each answer is of another state, so that none is cached.
     */
    static void measureRoute(Client client, Path data, String name) throws Exception {
        var projects = client.send("GET", "projects/", null)
                .valueStream()
                .filter(project -> project.get("name").asString().startsWith(name))
                .map(Client::id)
                .toList();
        var random = new Random(2);
        var times = new ArrayList<Double>();
        for (long position : positions(OldLog.url(data))) {
            var path = "projects/" + projects.get(random.nextInt(projects.size())) + "/features/?as_of=" + position;
            long begun = System.nanoTime();
            client.text("GET", path, null);
            times.add((System.nanoTime() - begun) / 1e6);
        }
        Benchmark.print("the features of a project at a random position, by the route", times.subList(WARM_UP, times.size()));
    }

    /** Positions in the second half of the log, in which all projects exist. */
    private static List<Long> positions(String database) throws Exception {
        try (var connection = DriverManager.getConnection(database);
                var statement = connection.createStatement();
                var rows = statement.executeQuery("select max(event.position) from ledger.event")) {
            rows.next();
            long head = rows.getLong(1);
            return new Random(3).longs(WARM_UP + QUESTIONS, head / 2, head).boxed().toList();
        }
    }

    public static void main(String[] arguments) throws Exception {
        // Not the one of this file, which knows none of the server's packages.
        Thread.currentThread().setContextClassLoader(Flagledger.class.getClassLoader());
        @SuppressWarnings("unchecked")
        var history = (History<Installation>) start().getBean(History.class);
        var projects = history.state().projects().values().stream()
                .filter(project -> project.settings().name().startsWith(arguments[0]))
                .map(project -> project.id())
                .toList();
        ask(history, projects, instants(System.getenv("FLAGLEDGER_DATABASE_URL")));
        Runtime.getRuntime().halt(0);
    }

    private static ConfigurableApplicationContext start() {
        var node = new AtomicReference<ConfigurableApplicationContext>();
        SpringApplication.withHook(
                _ -> new SpringApplicationRunListener() {
                    @Override
                    public void ready(ConfigurableApplicationContext context, Duration taken) {
                        node.set(context);
                    }
                },
                () -> Flagledger.main(new String[] {"run", "--role", "query", "--port", "0"}));
        return node.get();
    }

    private static void ask(History<Installation> history, List<Integer> projects, List<Instant> instants) {
        var random = new Random(1);
        var times = new ArrayList<Double>();
        for (var instant : instants) {
            int project = projects.get(random.nextInt(projects.size()));
            long begun = System.nanoTime();
            history.asOf(project, instant);
            times.add((System.nanoTime() - begun) / 1e6);
        }
        Benchmark.print("a project as it was at a random instant", times.subList(WARM_UP, times.size()));
    }

    /** When events all over the log were recorded: time is not spread over it evenly. */
    private static List<Instant> instants(String database) throws Exception {
        try (var connection = DriverManager.getConnection(database);
                var statement = connection.prepareStatement("""
                        select event.recorded_at
                        from (select ceil(random() * head.position)::bigint as position
                            from (select max(position) as position from ledger.event) as head, generate_series(1, ?)) as chosen
                            join ledger.event on event.position = chosen.position
                        order by random()
                        """)) {
            statement.setInt(1, WARM_UP + QUESTIONS);
            var rows = statement.executeQuery();
            var instants = new ArrayList<Instant>();
            while (rows.next()) {
                instants.add(rows.getTimestamp(1).toInstant());
            }
            return instants;
        }
    }
}
