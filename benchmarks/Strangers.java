import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;

/** What others notice while applications name ever new identities, as fast as they are answered. */
final class Strangers {

    private static final int NAMES = 300_000;
    private static final int EDITS = 300;
    private static final Duration CROWDED = Duration.ofSeconds(20);

    private final Client client;
    private final String key;
    private final String state;
    private final List<Double> toggles = new ArrayList<>();
    private final List<Double> flags = new ArrayList<>();

    private Strangers(Client client, String key) {
        this.client = client;
        this.key = key;
        var states = client.send("GET", "environments/" + key + "/featurestates/", null).get("results");
        this.state = "environments/" + key + "/featurestates/" + Client.id(states.get(0)) + "/";
    }

    static void measure(Client client) throws Exception {
        int project = client.project(client.organisation("Strangers"), "Strangers");
        client.send("POST", "projects/" + project + "/features/", Map.of("name", "basket"));
        var key = client.environment(project, "Strangers").get("api_key").asString();
        var names = IntStream.range(0, NAMES)
                .mapToObj(name -> Wire.post(Wire.IDENTITIES, "{\"identifier\":\"stranger " + name + "\"}", Wire.key(key)))
                .toList();
        var alone = new Strangers(client, key);
        for (int edit = 0; edit < EDITS; edit++) {
            alone.edit(edit);
        }
        alone.print("with nobody else");
        var among = new Strangers(client, key);
        try (var crowd = Executors.newSingleThreadExecutor()) {
            var load = new Load(client.port(), 200, names);
            var named = crowd.submit(() -> load.perSecond(CROWDED));
            for (int edit = 0; !named.isDone(); edit++) {
                among.edit(edit);
            }
            System.out.printf("new identities: %.0f/s%n", named.get());
        }
        among.print("while they come");
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
