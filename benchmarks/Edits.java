import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** What it costs to switch a flag in a large project, and in a small one, in turn. */
final class Edits {

    private static final int WARM_UP = 200;
    private static final int EDITS = 300;
    private static final int SMALL = 10;

    private Edits() {}

    static void measure(Client client, int organisation, String large) {
        int project = client.project(organisation, "Small");
        var small = client.environment(project, "Small").get("api_key").asString();
        for (int feature = 0; feature < SMALL; feature++) {
            client.send("POST", "projects/" + project + "/features/", Map.of("name", "feature_" + feature));
        }
        var ofSmall = new Switch(client, small);
        var ofLarge = new Switch(client, large);
        for (int edit = 0; edit < WARM_UP + EDITS; edit++) {
            ofSmall.turn(edit);
            ofLarge.turn(edit);
        }
        ofSmall.print("10 features");
        ofLarge.print("1,000 features and 100 environments");
        System.out.printf(
                "the same in the large project against the small one: toggle %.2f, next GET /flags/ %.2f,"
                        + " next POST /identities/ %.2f%n",
                median(ofLarge.toggles) / median(ofSmall.toggles),
                median(ofLarge.flags) / median(ofSmall.flags),
                median(ofLarge.identities) / median(ofSmall.identities));
    }

    private static double median(List<Double> millis) {
        return counted(millis).sorted().skip(EDITS / 2).findFirst().orElseThrow();
    }

    private static Stream<Double> counted(List<Double> millis) {
        return millis.stream().skip(WARM_UP);
    }

    /** One flag, and how long it took each time: to switch it, and to be told of it. */
    private static final class Switch {

        private final Client client;
        private final String key;
        private final int state;
        private final List<Double> toggles = new ArrayList<>();
        private final List<Double> flags = new ArrayList<>();
        private final List<Double> identities = new ArrayList<>();

        Switch(Client client, String key) {
            this.client = client;
            this.key = key;
            var states = client.send("GET", "environments/" + key + "/featurestates/?page_size=1", null);
            this.state = Client.id(states.get("results").get(0));
        }

        void turn(int edit) {
            var path = "environments/" + key + "/featurestates/" + state + "/";
            time(toggles, () -> client.text("PATCH", path, Map.of("enabled", edit % 2 == 0)));
            time(flags, () -> client.flags(key));
            time(identities, () -> client.identified(key, "{\"traits\":[]}"));
        }

        private static void time(List<Double> times, Runnable work) {
            long begun = System.nanoTime();
            work.run();
            times.add((System.nanoTime() - begun) / 1e6);
        }

        void print(String where) {
            Benchmark.print("toggle with " + where, counted(toggles).toList());
            Benchmark.print("next GET /flags/ with " + where, counted(flags).toList());
            Benchmark.print("next POST /identities/ with " + where, counted(identities).toList());
        }
    }
}
