import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.util.Map;

/**
 * A log as long as that of years. What applications' servers and people did through the API is done again, by copies of its
 * entries that differ in nothing but their ids, places, times and what they set, to the byte as the server would write them.
 */
final class OldLog {

    /** How the names of its projects begin. */
    static final String PROJECT = "Old ";

    static final int EVENTS = Integer.getInteger("events", 1_000_000);

    private static final int PROJECTS = 20;
    private static final int FEATURES = 50;
    private static final int PORT_LINE = 3;

    /** One of the templates each time: another flag, another value, the next event of its stream. */
    private static final String COPY = """
            insert into ledger.event
            select head.position + row_number() over (order by round.number, event.position), gen.id, event.aggregate_id,
                event.sequence_number + round.number, gen.at, event.payload_type, event.payload_revision,
                event.organisation_id, event.project_id, event.environment_id, event.object, event.actor_kind,
                event.actor_id, event.request_id, copy.entry, sha256('\\x00'::bytea || copy.entry)
            from (select max(position) as position from ledger.event) as head,
                generate_series(1, %1$d) as round (number), ledger.event as event,
                lateral (select gen_random_uuid() as id,
                    date_trunc('milliseconds', now()) + round.number * interval '1 minute' as at
                    where event.position is not null) as gen,
                lateral (select convert_to(
                    regexp_replace(regexp_replace(regexp_replace(replace(convert_from(event.entry, 'UTF8'),
                        event.event_id::text, gen.id::text),
                        '"at":"[^"]*"', '"at":"' || to_char(gen.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') || '"'),
                        '"enabled":[a-z]*', '"enabled":' || (round.number %% 2 = 0)),
                        '"sequence":[0-9]*', '"sequence":' || (event.sequence_number + round.number)), 'UTF8') as entry) as copy
            where event.payload_type = 'flag.state-updated' and event.actor_kind <> 'USER' and event.position > %2$d
            """;

    private static final int FIRST_ID = 1_000_000_000;

    /** Copies of one identity with a trait, as rows and as entries of the identities' log, which nobody reads at a start. */
    private static final String IDENTITIES = """
            insert into installation.identity
            select %2$d + number, environment_id, project_id, version, created_at, identifier || number,
                sha256(convert_to(identifier || number, 'UTF8')), folded || number
            from installation.identity, generate_series(1, %1$d) as number where identifier = 'old';
            insert into installation.trait
            select %2$d + number, trait.environment_id, %2$d + number, trait_key, value_type, value, trait.created_at
            from installation.trait join installation.identity on identity.id = trait.identity_id, generate_series(1, %1$d) as number
            where identifier = 'old';
            insert into ledger.stream_event
            select 'identity-' || identity.environment_id || '-' || (%2$d + number), sequence_number, recorded_at, payload_type, payload_revision,
                organisation_id, stream_event.project_id, stream_event.environment_id, entry, leaf
            from ledger.stream_event join installation.identity on stream = 'identity-' || identity.environment_id || '-' || identity.id,
                generate_series(1, %1$d) as number
            where identifier = 'old';
            analyze installation.identity, installation.trait, ledger.stream_event
            """;

    private OldLog() {}

    /** As many identities as events. */
    static void addIdentities(Client client, String key, Path data) throws Exception {
        client.identified(key, "{\"identifier\":\"old\",\"traits\":[{\"trait_key\":\"plan\",\"trait_value\":\"pro\"}]}");
        try (var connection = DriverManager.getConnection(url(data));
                var statement = connection.createStatement()) {
            statement.execute(IDENTITIES.formatted(EVENTS, FIRST_ID));
        }
    }

    /** Makes projects and does one change of each of their flags, by a key, since what people do is sealed; returns one of them. */
    static int fill(Client client, Path data) throws Exception {
        int organisation = client.organisation("Old");
        var key = client.send(
                "POST", "organisations/" + organisation + "/master-api-keys/", Map.of("name", "Old", "is_admin", true));
        var program = client.by("Api-Key " + key.get("key").asString());
        int project = 0;
        long before = newest(data);
        for (int number = 0; number < PROJECTS; number++) {
            project = client.project(organisation, PROJECT + number);
            var environment = client.environment(project, "Old").get("api_key").asString();
            var features = "projects/" + project + "/features/";
            Client.inParallel(
                    FEATURES, feature -> client.send("POST", features, Map.of("name", "feature_" + feature)));
            var states = client.send("GET", "environments/" + environment + "/featurestates/?page_size=100", null);
            var ids = states.get("results").valueStream().map(Client::id).toList();
            Client.inParallel(ids.size(), state -> program.send(
                    "PATCH",
                    "environments/" + environment + "/featurestates/" + ids.get(state) + "/",
                    Map.of("enabled", true)));
        }
        try (var connection = DriverManager.getConnection(url(data));
                var statement = connection.createStatement()) {
            statement.execute(COPY.formatted(EVENTS / (PROJECTS * FEATURES), before));
            statement.execute("analyze ledger.event");
        }
        return project;
    }

    /** The position of the newest event, so that a log that is already long is not copied once more. */
    private static long newest(Path data) throws Exception {
        try (var connection = DriverManager.getConnection(url(data));
                var statement = connection.createStatement();
                var result = statement.executeQuery("select coalesce(max(position), 0) from ledger.event")) {
            result.next();
            return result.getLong(1);
        }
    }

    /** Leaves the projections nothing to do, so that a start has the machine for itself. */
    static void passProjections(Path data) throws Exception {
        try (var connection = DriverManager.getConnection(url(data));
                var statement = connection.createStatement()) {
            statement.execute("update ledger.projection set position = (select max(position) from ledger.event)");
        }
    }

    /** Has the next start fold the whole log. */
    static void forgetCheckpoints(Path data) throws Exception {
        try (var connection = DriverManager.getConnection(url(data));
                var statement = connection.createStatement()) {
            statement.execute("truncate ledger.checkpoint, ledger.checkpoint_part");
        }
    }

    /** The address of the server's own PostgreSQL. */
    static String url(Path data) throws Exception {
        var port = Files.readAllLines(data.resolve("postgres").resolve("postmaster.pid")).get(PORT_LINE);
        var password = Files.readString(data.resolve("password")).strip();
        return "jdbc:postgresql://127.0.0.1:" + port + "/postgres?user=flagledger&password=" + password;
    }
}
