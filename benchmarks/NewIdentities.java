import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;

/** How many new identities with two traits are taken, and what others notice meanwhile. */
final class NewIdentities {

    private static final int NAMES = 500_000;
    private static final int WARM_UP_NAMES = 300_000;
    private static final int CONNECTIONS = 64;
    private static final int WARM_UP = 6_000;
    private static final int EDITS = 1_000;
    private static final Duration WARM_UP_FOR = Duration.ofSeconds(60);
    private static final Duration CROWDED = Duration.ofSeconds(20);

    private final Client client;
    private final String key;
    private final String state;
    private final List<Double> toggles = new ArrayList<>();
    private final List<Double> flags = new ArrayList<>();

    private NewIdentities(Client client, String key) {
        this.client = client;
        this.key = key;
        var states = client.send("GET", "environments/" + key + "/featurestates/", null).get("results");
        this.state = "environments/" + key + "/featurestates/" + Client.id(states.get(0)) + "/";
    }

    static void measure(Client client, Process server, Path data) throws Exception {
        int project = client.project(client.organisation("New identities"), "New identities");
        client.send("POST", "projects/" + project + "/features/", Map.of("name", "basket"));
        var key = client.environment(project, "New identities").get("api_key").asString();
        load(client, key, 0, WARM_UP_NAMES).perSecond(WARM_UP_FOR, CONNECTIONS);
        var load = load(client, key, WARM_UP_NAMES, NAMES);
        var warm = new NewIdentities(client, key);
        for (int edit = 0; edit < WARM_UP; edit++) {
            warm.edit(edit);
        }
        var alone = new NewIdentities(client, key);
        for (int edit = 0; edit < EDITS; edit++) {
            alone.edit(edit);
        }
        var among = new NewIdentities(client, key);
        var before = CpuTime.of(server, data);
        try (var crowd = Executors.newSingleThreadExecutor()) {
            var named = crowd.submit(() -> load.perSecond(CROWDED, CONNECTIONS));
            for (int edit = 0; !named.isDone(); edit++) {
                among.edit(edit);
            }
            double number = named.get() * CROWDED.toSeconds();
            System.out.printf(
                    "new identities with two traits: %.0f/s; for each, edits included, %s%n",
                    named.get(), CpuTime.of(server, data).sinceForEach(before, number));
        }
        for (int edit = 0; edit < EDITS; edit++) {
            alone.edit(edit);
        }
        alone.print("with nobody else, half of them before and half after");
        among.print("while they come");
    }

    private static Load load(Client client, String key, int first, int end) {
        var names = IntStream.range(first, end)
                .mapToObj(name -> Wire.post(Wire.IDENTITIES, body(name), Wire.key(key)))
                .toList();
        return new Load(client.port(), 200, names);
    }

    private static String body(int name) {
        return "{\"identifier\":\"user " + name + "\",\"traits\":[{\"trait_key\":\"plan\",\"trait_value\":\"pro\"},"
                + "{\"trait_key\":\"number\",\"trait_value\":" + name + "}]}";
    }

    private void edit(int edit) {
        long begun = System.nanoTime();
        client.text("PATCH", state, Map.of("enabled", edit % 2 == 0));
        long toggled = System.nanoTime();
        client.flags(key);
        toggles.add((toggled - begun) / 1e6);
        flags.add((System.nanoTime() - toggled) / 1e6);
    }

    private void print(String when) {
        Benchmark.print("toggle " + when, toggles);
        Benchmark.print("GET /flags/ " + when, flags);
    }
}
