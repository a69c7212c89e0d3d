import java.nio.file.Path;
import java.sql.DriverManager;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Pages of the events of a long log, and of the contract's lines of them, by each filter, as an admin of an organisation asks for them. */
final class AuditQueries {

    private static final int LIMIT = 50;
    private static final int WARM_UP = 20;
    private static final int QUESTIONS = Integer.getInteger("questions", 200);

    private AuditQueries() {}

    static void measure(Client client, Path data) throws Exception {
        int project = OldLog.fill(client, data);
        int organisation = client.send("GET", "projects/" + project + "/", null)
                .get("organisation")
                .asInt();
        var rare = Map.of("segment", segment(client, project), "identity", identity(client, project));
        try (var connection = DriverManager.getConnection(OldLog.url(data))) {
            long head = Rebuilds.number(connection, "select max(position) from ledger.event");
            Rebuilds.awaitThat(connection, "position = " + head);
            Rebuilds.run(connection, "analyze query.audit_event, query.audit_entry, query.audit_text");
            // Those before are of another log of the same database.
            long first = Rebuilds.number(
                    connection, "select min(position) from ledger.event where organisation_id = " + organisation);
            var random = new Random(1);
            var filters = filters(client, organisation, project);
            rare.forEach((name, id) -> filters.put(
                    name + ", rare", "organisations/" + organisation + "/events/?limit=50&" + name + "=" + id));
            for (var filter : filters.entrySet()) {
                long pages = pages(client, filter.getValue());
                var times = new ArrayList<Double>();
                for (int question = 0; question < WARM_UP + QUESTIONS; question++) {
                    long position = first + random.nextLong((head - first) * 9 / 10);
                    var path = filter.getValue()
                            .replace("POSITION", Long.toString(position))
                            .replace("PAGE", Long.toString(1 + random.nextLong(pages)));
                    long begun = System.nanoTime();
                    client.text("GET", path, null);
                    times.add((System.nanoTime() - begun) / 1e6);
                }
                Benchmark.print(
                        "of %d events, by %s".formatted(head, filter.getKey()), times.subList(WARM_UP, times.size()));
            }
        }
    }

    /** The number of pages of a list that is counted; 1 of others, whose pages have no numbers. */
    private static long pages(Client client, String path) {
        return path.contains("PAGE")
                ? Math.ceilDiv(
                        client.send("GET", path.replace("PAGE", "1"), null)
                                .get("count")
                                .asLong(),
                        LIMIT)
                : 1;
    }

    /** Creates a segment that overrides nothing, and returns its id. */
    private static int segment(Client client, int project) {
        var rules = List.of(Map.of("type", "ALL", "conditions", List.of(), "rules", List.of()));
        return Client.id(
                client.send("POST", "projects/" + project + "/segments/", Map.of("name", "beta", "rules", rules)));
    }

    /** Creates an identity in an environment of the project, and returns its id. */
    private static int identity(Client client, int project) {
        var environments =
                client.send("GET", "environments/?project=" + project, null).get("results");
        var identities = "environments/" + environments.get(0).get("api_key").asString() + "/identities/";
        return Client.id(client.send("POST", identities, Map.of("identifier", "user-88")));
    }

    /** Pages that are counted, and found by their numbers. */
    private static Map<String, String> ofTheContract(int organisation, int project, int environment) {
        var lines = "organisations/" + organisation + "/audit/?page_size=" + LIMIT;
        var filters = new LinkedHashMap<String, String>();
        filters.put("nothing, counted", lines);
        filters.put("nothing, counted, any page", lines + "&page=PAGE");
        filters.put("nothing, counted, all organisations", "audit/?page_size=" + LIMIT);
        filters.put("project, counted", "projects/" + project + "/audit/?page_size=" + LIMIT);
        filters.put("environment, counted", lines + "&environments=" + environment);
        filters.put("text, counted", lines + "&search=feature_1");
        filters.put("text, frequent, counted", lines + "&search=flag");
        filters.put("text, frequent, counted, any page", lines + "&search=flag&page=PAGE");
        filters.put("text, rare, counted", lines + "&search=feature_17");
        filters.put("text, none, counted", lines + "&search=zzzzzz");
        filters.put("text and an id, counted", lines + "&search=feature_1&before=POSITION");
        return filters;
    }

    private static Map<String, String> filters(Client client, int organisation, int project) {
        var events = "organisations/" + organisation + "/events/?limit=50&";
        var one = client.send("GET", events + "type=flag.state-updated", null)
                .get("results")
                .get(20);
        var at = one.get("at").asString();
        var filters = new LinkedHashMap<String, String>();
        filters.put("nothing", events);
        filters.put("position, before", events + "before=POSITION");
        filters.put("position, after", events + "after=POSITION");
        filters.put("project", "projects/" + project + "/events/?limit=50");
        filters.put("time", events + "from=" + at.substring(0, 10) + "T00:00:00Z&until=" + at);
        filters.put("actor, frequent", events + "actor=api_key");
        filters.put("actor, rare", events + "actor=user");
        filters.put("key", events + "key=" + one.get("actor").get("id").asInt());
        filters.put("type, frequent", events + "type=flag.state-updated");
        filters.put("type, rare", events + "type=project.created");
        filters.put("action", events + "action=create");
        filters.put("object", events + "object=" + one.get("object").asString());
        filters.put("feature", events + "feature=" + one.get("feature").asInt());
        filters.put(
                "environment", events + "environment=" + one.get("environment").asInt());
        filters.put("request", events + "request=" + one.get("request").asString());
        filters.put("text, frequent", events + "search=flag+state");
        filters.put("text, rare", events + "search=new+project");
        filters.put("text, none", events + "search=zzzzzz");
        filters.put("feature and time", events + "feature=" + one.get("feature").asInt() + "&until=" + at);
        filters.putAll(
                ofTheContract(organisation, project, one.get("environment").asInt()));
        return filters;
    }
}
