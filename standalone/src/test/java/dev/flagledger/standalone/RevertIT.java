package dev.flagledger.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.flagledger.ledger.history.History;
import dev.flagledger.ledger.log.store.EventLog;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** Features and environments are led back by new events. */
class RevertIT {

    private static final TestServer SERVER = TestServer.shared();

    private Shop shop;
    private Api backend;
    private Segments segments;
    private int shade;
    private int pros;
    private int bob;
    private int red;

    @BeforeEach
    void open() {
        shop = Shop.in(SERVER);
        backend = shop.backend();
        segments = Segments.of(SERVER, shop);
        shade = shop.feature(Map.of("name", "shade", "initial_value", "grey", "default_enabled", true));
        pros = shop.segment("pros", "plan", "pro");
        segments.override(shade, pros, "green");
        red = id(shop.ana().post(options(), option("red")));
        bob = id(shop.ana().post(environment() + "identities/", Map.of("identifier", "bob")));
        id(shop.ana().post(overrides(), override("own")));
        useTheKey();
    }

    /** Its first use is an event too, which is recorded in the background and would be the newest at any moment. */
    private void useTheKey() {
        backend.get("flags/").ok();
        var events = "projects/" + shop.project() + "/events/?type=environment.server-key-first-used";
        await().until(() -> !shop.ana().get(events).ok().get("results").isEmpty());
    }

    @Test
    void aFeatureServesWhatItServedBefore() {
        var before = Served.of(backend, bob(), feature());
        long position = position();
        spoil();
        assertThat(Served.of(backend, bob(), feature())).isNotEqualTo(before);
        long spoiled = position();

        var answer = shop.ana().post(revertFeature(), Map.of("as_of", position)).ok();

        assertThat(answer.get("reverted_to").asLong()).isEqualTo(position);
        assertThat(Served.of(backend, bob(), feature())).isEqualTo(before);
        assertThat(position()).isGreaterThan(spoiled);
        assertThat(SERVER.part(EventLog.class).rows(spoiled, Long.MAX_VALUE))
                .allMatch(row -> ("Reverts to position " + position)
                        .equals(row.event().origin().note()));
    }

    /** Changes everything about the feature that can be changed. */
    private void spoil() {
        shop.ana()
                .put(shop.stateOf(shade), Map.of("enabled", false, "feature_state_value", 7))
                .ok();
        shop.ana().delete(shop.features() + shade + "/mv-options/" + red + "/");
        id(shop.ana().post(options(), option("blue")));
        shop.ana()
                .delete("/api/__future__/" + environment() + "features/" + shade + "/segment-overrides/" + pros + "/");
        segments.override(shade, shop.segment("others", "plan", "free"), "black");
        var own = shop.ana().get(overrides()).ok().get("results").get(0);
        shop.ana().delete(overrides() + own.get("id").asInt() + "/");
        shop.ana()
                .patch(
                        shop.features() + shade + "/",
                        Map.of("description", "changed", "is_archived", true, "is_server_key_only", true))
                .ok();
    }

    @Test
    void theFlagOfOneEnvironmentIsLedBackAlone() {
        var other = id(shop.ana().post("environments/", Map.of("name", "Live", "project", shop.project())));
        long position = position();
        var flags = backend.get("flags/").text();
        spoilStates(other);

        shop.ana()
                .post(revertFeature(), Map.of("as_of", position, "environment", shop.environment()))
                .ok();

        assertThat(backend.get("flags/").text()).isEqualTo(flags);
        assertThat(states(other).toString()).contains("\"feature_state_value\":7");
    }

    private void spoilStates(int other) {
        for (int in : List.of(shop.environment(), other)) {
            var state = shop.ana()
                    .get("features/featurestates/?environment=" + in + "&feature=" + shade)
                    .ok();
            int id = state.get("results").get(0).get("id").asInt();
            var value = Map.of("type", "int", "integer_value", 7);
            shop.ana()
                    .patch("features/featurestates/" + id + "/", Map.of("feature_state_value", value))
                    .ok();
        }
    }

    private JsonNode states(int environment) {
        return shop.ana().get(shop.features() + "?environment=" + environment).ok();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2})
    void anEnvironmentIsLedBackToAnyState(long seed) {
        var changes = new RandomChanges(shop, seed);
        changes.makeReversible(30);
        var then = backend.get("flags/").text();
        var settings = shop.ana().get("environments/" + shop.key() + "/").text();
        long position = position();
        changes.makeReversible(30);

        shop.ana().post(environment() + "revert/", Map.of("as_of", position)).ok();

        assertThat(backend.get("flags/").text()).isEqualTo(then);
        assertThat(shop.ana().get("environments/" + shop.key() + "/").text()).isEqualTo(settings);
        long reverted = position();
        shop.ana().post(environment() + "revert/", Map.of("as_of", position)).ok();
        assertThat(position()).as("nothing was left to do").isEqualTo(reverted);
    }

    @Test
    void aVersionIsPublishedWhereTheEnvironmentHasVersions() {
        var versions = Versions.in(SERVER);
        long position = position();
        versions.publish("\"feature_states_to_update\":[{\"enabled\":true,VALUE}]", "red");
        var path = "projects/" + versions.shop().project() + "/features/" + versions.feature() + "/revert/";
        int known = versions.list("").size();

        versions.ana().post(path, Map.of("as_of", position)).ok();

        assertThat(versions.served()).isEqualTo("false blue");
        assertThat(versions.list("")).hasSize(known + 1);
    }

    @Test
    void allIsLedBackOrNothing() {
        long position = position();
        shop.ana().put(shop.stateOf(shade), Map.of("enabled", false)).ok();
        // The former name is taken since, so that one of the commands is refused.
        shop.ana().patch(environment(), Map.of("name", "Renamed")).ok();
        id(shop.ana().post("environments/", Map.of("name", "Staging", "project", shop.project())));
        long before = head();

        var answer = shop.ana().post(environment() + "revert/", Map.of("as_of", position));

        assertThat(answer.status()).isEqualTo(400);
        assertThat(head()).isEqualTo(before);
        assertThat(backend.get("flags/").json().get(0).get("enabled").asBoolean())
                .isFalse();
    }

    @Test
    void changesThatRequireApprovalAreRefused() {
        long position = position();
        shop.ana().put(shop.stateOf(shade), Map.of("enabled", false)).ok();
        shop.ana()
                .patch(environment(), Map.of("minimum_change_request_approvals", 1))
                .ok();

        var answer = shop.ana().post(revertFeature(), Map.of("as_of", position));

        assertThat(answer.status()).isEqualTo(409);
        assertThat(answer.json().get("code").asString()).isEqualTo("change_requests_enabled");
    }

    /** What would change names values, which not everybody may view who may create features. */
    @Test
    void whoMayNotRevertIsNotShownWhatWouldChange() {
        long position = position();
        shop.ana().put(shop.stateOf(shade), Map.of("enabled", false)).ok();
        var bo = Member.of(SERVER, shop.organisation());
        Grants.of(shop.ana(), "projects/" + shop.project(), Member.id(bo), "VIEW_PROJECT", "CREATE_FEATURE");
        var body = Map.of("as_of", position);

        var shown = bo.post(revertFeature() + "?dry_run=true", body);

        assertThat(shown.status()).isEqualTo(403);
        assertThat(bo.post(revertFeature(), body).text()).isEqualTo(shown.text());
        assertThat(shop.ana().post(revertFeature() + "?dry_run=true", body).ok().get("differences"))
                .hasSize(1);
    }

    @Test
    void whatDidNotExistThenIsMissing() {
        long position = position();
        int later = shop.feature(Map.of("name", "later"));

        var path = shop.features() + later + "/revert/";
        assertThat(shop.ana().post(path, Map.of("as_of", position)).status()).isEqualTo(404);
        assertThat(shop.ana().post(path, Map.of("as_of", "2999-01-01")).text())
                .isEqualTo("{\"as_of\":[\"This is in the future.\"]}");
        assertThat(shop.ana().post(path, Map.of()).text()).isEqualTo("{\"as_of\":[\"This field is required.\"]}");
    }

    @Test
    void anEventIsUndoneUnlessItsFlagHasChangedSince() {
        shop.ana().put(shop.stateOf(shade), Map.of("enabled", false)).ok();
        long first = position();
        shop.ana()
                .patch(shop.features() + shade + "/", Map.of("description", "of no concern"))
                .ok();
        var before = backend.get("flags/").text();
        assertThat(undo(first, Map.of()).ok().get("differences")).hasSize(1);
        assertThat(backend.get("flags/").text()).isNotEqualTo(before);
        long second = position();

        var refused = undo(first, Map.of());
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.json().get("detail").asString()).startsWith("What the event changed has changed since.");
        // The second event was the undo of the first.
        undo(second, Map.of()).ok();
        assertThat(backend.get("flags/").text()).isEqualTo(before);
        assertThat(undo(second, Map.of("force", true)).status()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"segments", "settings", "identity", "option"})
    void eventsOfAllKindsOfChangesAreUndone(String kind) {
        var then = Served.of(backend, bob(), feature());
        var document = document();
        switch (kind) {
            case "segments" -> {
                var rules = shop.ana()
                        .get("projects/" + shop.project() + "/segments/" + pros + "/")
                        .ok()
                        .get("rules");
                shop.ana()
                        .put(
                                "projects/" + shop.project() + "/segments/" + pros + "/",
                                Map.of("name", "other", "project", shop.project(), "rules", rules))
                        .ok();
            }
            case "settings" ->
                shop.ana().patch(environment(), Map.of("name", "Renamed")).ok();
            case "identity" -> {
                var own = shop.ana().get(overrides()).ok().get("results").get(0);
                shop.ana().delete(overrides() + own.get("id").asInt() + "/");
            }
            default -> shop.ana().delete(shop.features() + shade + "/mv-options/" + red + "/");
        }
        assertThat(document()).isNotEqualTo(document);

        undo(position(), Map.of()).ok();

        assertThat(Served.of(backend, bob(), feature())).isEqualTo(then);
        assertThat(document()).isEqualTo(document);
    }

    @Test
    void creationsAndDeletionsOfOtherObjectsAreNotUndone() {
        int webhook = shop.webhook(Map.of("url", "http://localhost:9/told"));
        assertThat(undo(position(), Map.of()).text()).isEqualTo("{\"detail\":\"This event cannot be undone.\"}");
        shop.ana().delete(shop.webhooks() + webhook + "/");
        assertThat(undo(position(), Map.of()).status()).isEqualTo(409);
        assertThat(undo(position() + 1, Map.of()).status()).isEqualTo(404);
        Shop.in(SERVER);
        assertThat(undo(position(), Map.of()).status()).isEqualTo(404);
    }

    private Api.Answer undo(long position, Map<String, ?> body) {
        return shop.ana().post("projects/" + shop.project() + "/events/" + position + "/revert/", body);
    }

    /** The environment document without times. */
    private String document() {
        return backend.get("environment-document/").text().replaceAll("\"(updated_at|created_date)\":\"[^\"]*\"", "");
    }

    /** What applications and the team see of a feature, without times. */
    private record Served(String flags, String bob, String feature) {
        static Served of(Api backend, String bob, String feature) {
            return new Served(backend.get("flags/").text(), bob, feature);
        }
    }

    private String bob() {
        return shop.ana()
                .get(environment() + "identities/" + bob + "/featurestates/all/")
                .text();
    }

    private String feature() {
        return shop.ana().get(shop.features() + shade + "/").text();
    }

    private String environment() {
        return "environments/" + shop.key() + "/";
    }

    private String revertFeature() {
        return shop.features() + shade + "/revert/";
    }

    private String options() {
        return shop.features() + shade + "/mv-options/";
    }

    private String overrides() {
        return environment() + "identities/" + bob + "/featurestates/";
    }

    private Map<String, ?> option(String value) {
        return Map.of("feature", shade, "string_value", value, "default_percentage_allocation", 30);
    }

    private Map<String, ?> override(String value) {
        return Map.of("feature", shade, "enabled", true, "feature_state_value", value);
    }

    private static int id(Api.Answer answer) {
        return answer.ok().get("id").asInt();
    }

    private static long position() {
        return SERVER.part(History.class).at().position();
    }

    private static long head() {
        return SERVER.part(EventLog.class).head();
    }
}
