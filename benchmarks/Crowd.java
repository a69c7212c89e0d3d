import dev.flagledger.api.identity.Trait;
import dev.flagledger.benchmarks.SampleIdentities;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * An environment with features, segments and overrides for identities, and a thousand known identities that visit it. Each
 * segment overrides one flag; identities with overrides have ten.
 */
final class Crowd {

    private static final int CROWD_SIZE = 1_000;
    private static final int OVERRIDES_OF_AN_IDENTITY = 10;

    private final Client client;
    private final int project;
    private final String key;

    private Crowd(Client client, int project, String key) {
        this.client = client;
        this.project = project;
        this.key = key;
    }

    static Crowd of(Client client, int organisation, int features, int segments, int overrides) {
        int project = client.project(organisation, "Crowd of " + overrides);
        var crowd = new Crowd(client, project, client.environment(project, "Crowd").get("api_key").asString());
        var ids = IntStream.range(0, features).map(crowd::feature).toArray();
        for (int segment = 0; segment < segments; segment++) {
            crowd.segment(segment, ids[segment]);
        }
        Client.inParallel(CROWD_SIZE, number -> crowd.create(number, ids, overrides));
        return crowd;
    }

    int project() {
        return project;
    }

    String key() {
        return key;
    }

    private int feature(int feature) {
        return Client.id(client.send("POST", "projects/" + project + "/features/", Map.of("name", "feature_" + feature)));
    }

    private void segment(int segment, int feature) {
        var body = Map.of("name", "segment " + segment, "rules", SampleIdentities.rules(segment));
        int id = Client.id(client.send("POST", "projects/" + project + "/segments/", body));
        var override = Map.of(
                "feature_segment", Map.of("segment", id),
                "enabled", true,
                "feature_state_value", Map.of("type", "unicode", "string_value", "for a segment"));
        client.send("POST", "environments/" + key + "/features/" + feature + "/create-segment-override/", override);
    }

    private void create(int number, int[] features, int overrides) {
        var identities = "environments/" + key + "/identities/";
        int id = Client.id(client.send("POST", identities, Map.of("identifier", SampleIdentities.identifier(number))));
        int first = number * OVERRIDES_OF_AN_IDENTITY;
        for (int override = first; override < Math.min(first + OVERRIDES_OF_AN_IDENTITY, overrides); override++) {
            var own = Map.of("feature", features[override - first], "enabled", true, "feature_state_value", "own");
            client.send("POST", identities + id + "/featurestates/", own);
        }
        client.identified(key, said(number));
    }

    /** What the last of them is answered, who has no override. */
    String answer() {
        return client.identified(key, said(CROWD_SIZE - 1));
    }

    /** All of them, with what has been said of them before. */
    Load visits() {
        return visits(client.port(), Wire.IDENTITIES);
    }

    /** The same requests to another server. */
    Load visits(int port, String path) {
        var requests = IntStream.range(0, CROWD_SIZE)
                .mapToObj(number -> Wire.post(path, said(number), Wire.key(key)))
                .toList();
        return new Load(port, 200, requests);
    }

    /** Applications' servers that ask for all that flags are decided by. */
    Load documents() {
        return Load.of(client.port(), Wire.get(Wire.DOCUMENT, Wire.key(client.serverKey(key))));
    }

    private static String said(int number) {
        var traits = SampleIdentities.traits(number).stream().map(Crowd::said).toList();
        return Client.json(Map.of("identifier", SampleIdentities.identifier(number), "traits", traits));
    }

    private static Map<String, Object> said(Trait trait) {
        return Map.of("trait_key", trait.key(), "trait_value", trait.plain());
    }
}
