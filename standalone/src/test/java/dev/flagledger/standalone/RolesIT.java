package dev.flagledger.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flagledger.testing.Receiver;
import dev.flagledger.testing.TestDatabase;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** Processes of every role on one PostgreSQL: two {@code command}, one {@code query} and one {@code webhook}. */
class RolesIT {

    private static final String POSITION = "Flagledger-Position";
    private static final TestDatabase DATABASE = TestDatabase.fresh();
    private static final List<ServerProcess> PROCESSES = new ArrayList<>();
    private static final Path UNUSED = Path.of("target", "data-of-roles").toAbsolutePath();

    private static URI command;
    private static URI otherCommand;
    private static URI query;

    @BeforeAll
    static void start() {
        var roles = Stream.of("command", "command", "query").map(RolesIT::start).toList();
        command = ready(roles.get(0), "command");
        otherCommand = ready(roles.get(1), "command");
        query = ready(roles.get(2), "query");
        // Only this role serves the OpenAPI document.
        Api.of(query).get("openapi.json").ok();
    }

    @AfterAll
    static void stop() {
        PROCESSES.forEach(ServerProcess::close);
    }

    private static ServerProcess start(String role) {
        var environment = Map.of("FLAGLEDGER_DATABASE_URL", DATABASE.url(), "FLAGLEDGER_WEBHOOK_ALLOW", "127.0.0.0/8");
        var process =
                ServerProcess.start(environment, List.of("--port", "0", "--role", role, "--data", UNUSED.toString()));
        PROCESSES.add(process);
        return process;
    }

    private static URI ready(ServerProcess process, String role) {
        var address = process.awaitReady();
        assertThat(process.output()).contains("(role " + role + ", database jdbc:postgresql://");
        assertThat(UNUSED).doesNotExist();
        return address;
    }

    /** A caller whose writes go to one process and whose reads go to another, as with a proxy. */
    private record Split(Api writes, Api reads) {

        static Split newUser() {
            var writes = Api.of(command).newUser();
            return new Split(writes, new Api(query, writes.headers()));
        }

        /** The same caller at the other {@code command} process, which has caught up with this one. */
        Api elsewhere() {
            var position = position(writes.post("organisations/", Map.of("name", "Marker")));
            return new Api(otherCommand, writes.headers()).with(POSITION, position);
        }

        /** Reads a path with the position of this response. */
        Api.Answer readAfter(Api.Answer write, String path) {
            return reads.with(POSITION, position(write)).get(path);
        }

        private static String position(Api.Answer answer) {
            return answer.http().headers().firstValue(POSITION).orElseThrow();
        }
    }

    @Test
    void aToggleReachesEveryRoleAndALateNodeMissesNothing() {
        var ana = Split.newUser();
        try (var receiver = Receiver.answering(200)) {
            int organisation = id(ana.writes().post("organisations/", Map.of("name", "Acme")));
            int project = id(ana.writes().post("projects/", Map.of("name", "Shop", "organisation", organisation)));
            var environment = ana.writes()
                    .post("environments/", Map.of("name", "Staging", "project", project))
                    .ok();
            var key = environment.get("api_key").asString();
            ana.writes()
                    .post("environments/" + key + "/webhooks/", Map.of("url", receiver.url(), "secret", "clé"))
                    .ok();
            var created = ana.writes().post("projects/" + project + "/features/", Map.of("name", "basket_v2"));
            var states = "environments/" + key + "/featurestates/";
            int state = id(ana.readAfter(created, states).ok().get("results").get(0));

            var toggled = ana.writes().patch(states + state + "/", Map.of("enabled", true));

            var application = new Split(ana.writes(), Api.of(query).with("X-Environment-Key", key));
            assertThat(application
                            .readAfter(toggled, "flags/")
                            .ok()
                            .get(0)
                            .get("enabled")
                            .asBoolean())
                    .isTrue();
            var audit =
                    ana.readAfter(toggled, "projects/" + project + "/audit/").ok();
            assertThat(audit.get("results").get(0).get("log").asString())
                    .isEqualTo("Flag state updated for feature: basket_v2");
            ready(start("webhook"), "webhook");
            receiver.next();
            var told = receiver.next();
            assertThat(told.data().get("new_state").get("enabled").asBoolean()).isTrue();
            assertThat(told.header("X-Flagsmith-Signature")).isEqualTo(told.signedWith("clé"));
        }
    }

    @Test
    void theQueryRoleRecordsExports() {
        var ana = Split.newUser();
        var made = ana.writes().post("organisations/", Map.of("name", "Acme"));
        var reader = ana.reads().with(POSITION, Split.position(made));

        assertThat(reader.with("Accept", "text/csv").get("events/").text()).contains("organisation.created");

        var events = reader.get("events/?type=export.events-exported").ok().get("results");
        assertThat(events).hasSize(1);
    }

    @Test
    void theQueryRoleTellsOfEvaluationsItself() {
        var ana = Split.newUser();
        try (var receiver = Receiver.answering(200)) {
            int organisation = id(ana.writes().post("organisations/", Map.of("name", "Acme")));
            int project = id(ana.writes().post("projects/", Map.of("name", "Shop", "organisation", organisation)));
            var key = ana.writes()
                    .post("environments/", Map.of("name", "Staging", "project", project))
                    .ok()
                    .get("api_key")
                    .asString();
            var path = "environments/" + key + "/integrations/webhook/";
            var added = ana.writes().post(path, Map.of("url", receiver.url(), "secret", "clé"));
            assertThat(ana.readAfter(added, path).ok()).hasSize(1);

            Api.of(query)
                    .with("X-Environment-Key", key)
                    .post("identities/", Map.of("identifier", "bob"))
                    .ok();

            var told = receiver.next();
            assertThat(told.json().get("identity").asString()).isEqualTo("bob");
            assertThat(told.header("X-Flagsmith-Signature")).isEqualTo(told.signedWith("clé"));
        }
    }

    @Test
    void theQueryRoleRecordsIdentities() {
        var ana = Split.newUser();
        int organisation = id(ana.writes().post("organisations/", Map.of("name", "Acme")));
        int project = id(ana.writes().post("projects/", Map.of("name", "Shop", "organisation", organisation)));
        var made = ana.writes().post("environments/", Map.of("name", "Staging", "project", project));
        var key = made.ok().get("api_key").asString();
        var application = Api.of(query)
                .with("X-Environment-Key", key)
                .with("X-API-Key", key)
                .with(POSITION, Split.position(made));
        var said = Map.of("identifier", "bob", "traits", List.of(Map.of("trait_key", "plan", "trait_value", "pro")));

        var told = application.post("identities/", said);

        assertThat(told.ok().get("traits")).hasSize(1);
        var openFeature =
                application.post("/ofrep/v1/evaluate/flags", Map.of("context", Map.of("targetingKey", "bob")));
        assertThat(openFeature.ok().get("flags")).isEmpty();
        var identities = "environments/" + key + "/identities/";
        var bob = ana.readAfter(told, identities).ok().get("results").get(0);
        assertThat(bob.get("identifier").asString()).isEqualTo("bob");
        var forgotten = new Api(otherCommand, ana.writes().headers())
                .with(POSITION, Split.position(told))
                .delete(identities + bob.get("id") + "/");
        assertThat(forgotten.status()).isEqualTo(204);
        var again =
                application.with(POSITION, Split.position(forgotten)).post("identities/", Map.of("identifier", "bob"));
        assertThat(again.ok().get("traits")).isEmpty();
    }

    @Test
    void oneOfTwoProcessesGetsTheName() throws InterruptedException {
        var ana = Split.newUser();
        int organisation = id(ana.writes().post("organisations/", Map.of("name", "Acme")));
        int project = id(ana.writes().post("projects/", Map.of("name", "Shop", "organisation", organisation)));
        var other = ana.elsewhere();

        for (int round = 0; round < 10; round++) {
            var feature = Map.of("name", "contested_" + round);
            var path = "projects/" + project + "/features/";

            var statuses = atOnce(
                    () -> ana.writes().post(path, feature).status(),
                    () -> other.post(path, feature).status());

            assertThat(statuses).containsExactlyInAnyOrder(201, 400);
        }
    }

    @Test
    void oneOfTwoProcessesGetsTheIdentifier() throws InterruptedException {
        var ana = Split.newUser();
        int organisation = id(ana.writes().post("organisations/", Map.of("name", "Acme")));
        int project = id(ana.writes().post("projects/", Map.of("name", "Shop", "organisation", organisation)));
        var environment =
                ana.writes().post("environments/", environment(project)).ok();
        var path = "environments/" + environment.get("api_key").asString() + "/identities/";
        var other = ana.elsewhere();

        for (int round = 0; round < 10; round++) {
            var identity = Map.of("identifier", "user-" + round);

            var statuses = atOnce(
                    () -> ana.writes().post(path, identity).status(),
                    () -> other.post(path, identity).status());

            assertThat(statuses).containsExactlyInAnyOrder(201, 400);
        }
        var last = ana.writes().post(path, Map.of("identifier", "last"));
        assertThat(ana.readAfter(last, path).ok().get("count").asInt()).isEqualTo(11);
    }

    @Test
    void aFeatureAndAnEnvironmentCreatedConcurrentlyHaveAState() throws InterruptedException {
        var ana = Split.newUser();
        int organisation = id(ana.writes().post("organisations/", Map.of("name", "Acme")));
        int project = id(ana.writes().post("projects/", Map.of("name", "Shop", "organisation", organisation)));
        var other = ana.elsewhere();

        for (int round = 0; round < 10; round++) {
            var feature = Map.of("name", "feature_" + round);
            var environment = Map.of("name", "environment_" + round, "project", project);
            atOnce(
                    () -> ana.writes()
                            .post("projects/" + project + "/features/", feature)
                            .ok(),
                    () -> other.post("environments/", environment).ok());
        }

        var last = ana.writes().post("projects/" + project + "/features/", Map.of("name", "last"));
        var environments =
                ana.readAfter(last, "environments/?project=" + project).ok();
        environments.get("results").forEach(environment -> {
            var states =
                    ana.reads().get("environments/" + environment.get("api_key").asString() + "/featurestates/");
            assertThat(states.ok().get("count").asInt()).isEqualTo(11);
        });
    }

    @Test
    void aProcessDecidesOnTheFlagAsChangedByAnother() {
        var ana = Split.newUser();
        int organisation = id(ana.writes().post("organisations/", Map.of("name", "Acme")));
        int project = id(ana.writes().post("projects/", Map.of("name", "Shop", "organisation", organisation)));
        var environment =
                ana.writes().post("environments/", environment(project)).ok();
        var created = ana.writes().post("projects/" + project + "/features/", Map.of("name", "basket_v2"));
        var states = "environments/" + environment.get("api_key").asString() + "/featurestates/";
        int state = id(ana.readAfter(created, states).ok().get("results").get(0));
        var other = ana.elsewhere();

        Api.Answer last = created;
        for (int round = 0; round < 10; round++) {
            ana.writes().patch(states + state + "/", Map.of("enabled", true)).ok();
            last = other.patch(states + state + "/", Map.of("enabled", false));
            last.ok();
        }

        var changes = ana.readAfter(last, "projects/" + project + "/audit/?search=Flag%20state");
        assertThat(changes.ok().get("count").asInt()).isEqualTo(20);
    }

    @Test
    void twoWritingProcessesProduceOneOrderOfEvents() throws InterruptedException {
        var ana = Split.newUser();
        var left = new ArrayList<Integer>();
        var right = new ArrayList<Integer>();
        int organisation = id(ana.writes().post("organisations/", Map.of("name", "Acme")));
        var other = ana.elsewhere();
        for (int round = 0; round < 40; round++) {
            var name = "project_" + round;
            atOnce(
                    () -> left.add(id(ana.writes().post("projects/", project("left_" + name, organisation)))),
                    () -> right.add(id(other.post("projects/", project("right_" + name, organisation)))));
        }
        var jobs = new ArrayList<Callable<Object>>();
        left.forEach(project -> jobs.add(
                () -> ana.writes().post("environments/", environment(project)).ok()));
        right.forEach(project ->
                jobs.add(() -> other.post("environments/", environment(project)).ok()));

        atOnce(jobs);

        var last = ana.writes().patch("organisations/" + organisation + "/", Map.of("name", "Done"));
        var audit =
                ana.readAfter(last, "organisations/" + organisation + "/audit/").ok();
        assertThat(audit.get("count").asInt()).isEqualTo(80);
        var jdbc = JdbcClient.create(DATABASE.dataSource());
        var logged = jdbc.sql("""
            select event.position from ledger.event
            where event.payload_type = 'environment.created' order by event.position
            """).query(Long.class).list();
        var projected = jdbc.sql("""
            select audit_entry.position from query.audit_entry
            where audit_entry.log like 'New Environment created: %' order by audit_entry.id
            """).query(Long.class).list();
        assertThat(projected).isEqualTo(logged).doesNotHaveDuplicates();
    }

    private static Map<String, Object> project(String name, int organisation) {
        var project = new HashMap<String, Object>();
        project.put("name", name);
        project.put("organisation", organisation);
        return project;
    }

    private static Map<String, Object> environment(int project) {
        return Map.of("name", "Only", "project", project);
    }

    private static <T> List<T> atOnce(Callable<T> one, Callable<T> other) throws InterruptedException {
        return atOnce(List.of(one, other));
    }

    private static <T> List<T> atOnce(List<Callable<T>> jobs) throws InterruptedException {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            return threads.invokeAll(jobs).stream().map(RolesIT::result).toList();
        }
    }

    private static <T> T result(Future<T> done) {
        try {
            return done.get();
        } catch (InterruptedException | ExecutionException e) {
            throw new AssertionError(e);
        }
    }

    private static int id(Api.Answer answer) {
        return id(answer.ok());
    }

    private static int id(JsonNode thing) {
        return thing.get("id").asInt();
    }
}
