import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** What one request costs in projects that are as large as they get: 1,000 features, or 100 environments, or both. */
final class Bulk {

    private static final int FEATURES = 1_000;
    private static final int ENVIRONMENTS = 100;
    private static final int CREATIONS = 20;
    private static final int LISTS = 200;
    private static final int WARM_UP_LISTS = 50;

    private final Client client;
    private final long server;
    private final int organisation;

    private Bulk(Client client, long server) {
        this.client = client;
        this.server = server;
        this.organisation = client.organisation("Bulk");
    }

    static void measure(Client client, long server) throws IOException {
        var bulk = new Bulk(client, server);
        bulk.manyFeatures();
        bulk.manyEnvironments();
    }

    private void manyFeatures() throws IOException {
        int project = client.project(organisation, "Many features");
        for (int feature = 0; feature < FEATURES; feature++) {
            feature(project, "feature_" + feature);
        }
        var created = millis(CREATIONS, round -> client.environment(project, "environment_" + round));
        Benchmark.print("creating an environment in a project of 1,000 features", created);
        int environment = Client.id(client.environment(project, "listed"));
        var path = "projects/" + project + "/features/?page_size=999&environment=" + environment;
        var listed = millis(WARM_UP_LISTS + LISTS, _ -> client.text("GET", path, null));
        Benchmark.print("listing 1,000 features with their states", listed.subList(WARM_UP_LISTS, listed.size()));
        var keys = fill(project, CREATIONS + 1);
        Edits.measure(client, organisation, keys.getLast());
    }

    /** Up to the hundred environments, of which those are returned that are made here. */
    private List<String> fill(int project, int there) throws IOException {
        int more = ENVIRONMENTS - there;
        var before = Heap.of(server);
        var keys = IntStream.range(there, ENVIRONMENTS)
                .mapToObj(number -> client.environment(project, "environment_" + number).get("api_key").asString())
                .toList();
        var after = Heap.of(server);
        after.print("memory of an environment of 1,000 features", before, more);
        keys.forEach(client::flags);
        var listed = Heap.of(server);
        listed.print("memory of its prepared GET /flags/", after, more);
        keys.forEach(key -> client.identified(key, "{\"traits\":[]}"));
        Heap.of(server).print("memory of what is prepared for its identities", listed, more);
        return keys;
    }

    private void manyEnvironments() {
        int project = client.project(organisation, "Many environments");
        for (int environment = 0; environment < ENVIRONMENTS; environment++) {
            client.environment(project, "environment_" + environment);
        }
        var created = millis(CREATIONS, round -> feature(project, "feature_" + round));
        Benchmark.print("creating a feature in a project of 100 environments", created);
    }

    private int feature(int project, String name) {
        return Client.id(client.send("POST", "projects/" + project + "/features/", Map.of("name", name)));
    }

    private static List<Double> millis(int rounds, Round round) {
        var times = new ArrayList<Double>();
        IntStream.range(0, rounds).forEach(number -> {
            long begun = System.nanoTime();
            round.run(number);
            times.add((System.nanoTime() - begun) / 1e6);
        });
        return times;
    }

    /** Something to measure. */
    private interface Round {
        Object run(int number);
    }
}
