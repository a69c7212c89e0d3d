import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** What one request costs in projects that are as large as they get: 1,000 features, or 100 environments. */
final class Bulk {

    private static final int FEATURES = 1_000;
    private static final int ENVIRONMENTS = 100;
    private static final int CREATIONS = 20;
    private static final int LISTS = 200;
    private static final int WARM_UP_LISTS = 50;

    private final Client client;
    private final int organisation;

    private Bulk(Client client) {
        this.client = client;
        this.organisation = Client.id(client.send("POST", "organisations/", Map.of("name", "Bulk")));
    }

    static void measure(Client client) {
        var bulk = new Bulk(client);
        bulk.manyFeatures();
        bulk.manyEnvironments();
    }

    private void manyFeatures() {
        int project = project("Many features");
        for (int feature = 0; feature < FEATURES; feature++) {
            feature(project, "feature_" + feature);
        }
        var created = millis(CREATIONS, round -> environment(project, "environment_" + round));
        Benchmark.print("creating an environment in a project of 1,000 features", created);
        int environment = environment(project, "listed");
        var path = "projects/" + project + "/features/?page_size=999&environment=" + environment;
        var listed = millis(WARM_UP_LISTS + LISTS, _ -> client.text("GET", path, null));
        Benchmark.print("listing 1,000 features with their states", listed.subList(WARM_UP_LISTS, listed.size()));
    }

    private void manyEnvironments() {
        int project = project("Many environments");
        for (int environment = 0; environment < ENVIRONMENTS; environment++) {
            environment(project, "environment_" + environment);
        }
        var created = millis(CREATIONS, round -> feature(project, "feature_" + round));
        Benchmark.print("creating a feature in a project of 100 environments", created);
    }

    private int project(String name) {
        return Client.id(client.send("POST", "projects/", Map.of("name", name, "organisation", organisation)));
    }

    private int environment(int project, String name) {
        return Client.id(client.send("POST", "environments/", Map.of("name", name, "project", project)));
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
