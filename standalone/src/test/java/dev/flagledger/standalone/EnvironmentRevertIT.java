package dev.flagledger.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Creations and deletions of environments are undone by new events. */
class EnvironmentRevertIT {

    private static final TestServer SERVER = TestServer.shared();

    private Shop shop;
    private Undo undo;
    private int shade;

    @BeforeEach
    void open() {
        shop = Shop.in(SERVER);
        undo = new Undo(shop);
        shade = shop.feature(Map.of("name", "shade", "initial_value", "grey", "default_enabled", true));
    }

    @Test
    void aNewEnvironmentIsDeletedUnlessItHasChangedSince() {
        var live = environment("Live");
        long created = undo.last("environment.created");
        var webhooks = path(live) + "webhooks/";
        var webhook = shop.ana().post(webhooks, Map.of("url", "http://localhost:9/told"));
        assertThat(undo.event(created).status()).isEqualTo(409);
        shop.ana().delete(webhooks + webhook.ok().get("id").asInt() + "/");

        var undone = undo.event(created).ok();

        assertThat(undone.get("differences").get(0).toString()).contains("ENVIRONMENT", "DELETE");
        assertThat(shop.ana().get(path(live)).status()).isEqualTo(404);
        assertThat(undo.forced(created).status()).isEqualTo(409);
    }

    @Test
    void anEnvironmentWithIdentitiesIsDeletedIfThisIsForced() {
        var live = environment("Live");
        long created = undo.last("environment.created");
        Api.of(shop.ana().server())
                .with("X-Environment-Key", live.get("api_key").asString())
                .get("identities/?identifier=bob");
        assertThat(undo.event(created).status()).isEqualTo(409);

        undo.forced(created).ok();

        assertThat(shop.ana().get(path(live)).status()).isEqualTo(404);
    }

    @Test
    void aCopyIsDeletedUnlessItsFlagsHaveChanged() {
        shop.ana().post(environment() + "enable-v2-versioning/", Map.of());
        var copy = shop.ana()
                .post(environment() + "clone/", Map.of("name", "Copy"))
                .ok();
        long created = undo.last("environment.cloned");
        assertThat(undo.shown(created).status()).isEqualTo(200);

        undo.event(created).ok();

        assertThat(shop.ana().get(path(copy)).status()).isEqualTo(404);
    }

    @Test
    void aDeletedEnvironmentServesAgainWhatItServed() {
        var segments = Segments.of(SERVER, shop);
        int weaker = shop.segment("pros", "plan", "pro");
        segments.override(shade, shop.segment("the same", "plan", "pro"), "green");
        segments.override(shade, weaker, "black");
        shop.ana().patch(environment(), Map.of("description", "Of the shops", "hide_disabled_flags", false));
        shop.ana().put(shop.stateOf(shade), Map.of("enabled", false, "feature_state_value", 7));
        identify("bob", "ann");
        override("ann", "own");
        shop.backend();
        var served = served();
        assertThat(served.toString()).contains("own", "green", ":7");
        shop.ana().delete(environment());
        assertThat(shop.application().get("flags/").status()).isEqualTo(403);
        long deleted = undo.last("environment.deleted");

        var shown = undo.shown(deleted).ok();
        var undone = undo.event(deleted).ok();

        assertThat(shown.get("lost")).isEqualTo(undone.get("lost")).hasSize(1);
        assertThat(undone.get("lost").get(0).get("name").asString()).isEqualTo("backend");
        assertThat(undone.get("differences").get(0).get("id").asInt()).isNotEqualTo(shop.environment());
        // Bob has no override, and is reported again.
        identify("bob");
        assertThat(served()).isEqualTo(served);
        assertThat(shop.ana().get(environment()).ok().get("description").asString())
                .isEqualTo("Of the shops");
        assertThat(undo.forced(deleted).status()).as("is back").isEqualTo(409);
    }

    @Test
    void featuresAndOptionsThatAreNewSinceHaveTheirDefaults() {
        shop.ana().patch(shop.stateOf(shade), Map.of("enabled", false));
        shop.ana().delete(environment());
        long deleted = undo.last("environment.deleted");
        shop.feature(Map.of("name", "later", "initial_value", "new"));
        var red = Map.of("feature", shade, "string_value", "red", "default_percentage_allocation", 100);
        shop.ana().post(shop.features() + shade + "/mv-options/", red).ok();

        undo.event(deleted).ok();

        assertThat(undo.served("flags/")).contains("new", "grey").doesNotContain("red");
        assertThat(shop.ana().get(shop.stateOf(shade)).text()).contains("\"percentage_allocation\":0");
    }

    @Test
    void anEnvironmentWithVersionsHasThemAgain() {
        var versions = Versions.in(SERVER);
        versions.publish("\"feature_states_to_update\":[{\"enabled\":true,VALUE}]", "red");
        var served = versions.served();
        versions.ana().delete(versions.environment(""));
        var undoing = new Undo(versions.shop());

        var undone = undoing.event(undoing.last("environment.deleted")).ok();

        assertThat(versions.served()).isEqualTo(served);
        int id = undone.get("differences").get(0).get("id").asInt();
        var known = versions.ana().get(Versions.path(id, versions.feature())).ok();
        assertThat(known.get("results")).hasSize(1);
    }

    @Test
    void aNameThatIsTakenSinceIsRefused() {
        shop.ana().delete(environment());
        long deleted = undo.last("environment.deleted");
        environment("Staging");

        assertThat(undo.event(deleted).status()).isEqualTo(400);
    }

    /** The environment returns with more than the permission to create one gives. */
    @Test
    void onlyAdminsOfTheProjectBringEnvironmentsBack() {
        shop.ana().delete(environment());
        long deleted = undo.last("environment.deleted");
        var bo = Member.of(SERVER, shop.organisation());
        var project = "projects/" + shop.project();
        int grant =
                Grants.of(shop.ana(), project, Member.id(bo), "VIEW_PROJECT", "VIEW_AUDIT_LOG", "CREATE_ENVIRONMENT");
        assertThat(bo.post(undo.path(deleted), Map.of()).status()).isEqualTo(403);
        assertThat(bo.post(undo.path(deleted) + "?dry_run=true", Map.of()).status())
                .isEqualTo(403);

        shop.ana()
                .patch(project + "/user-permissions/" + grant + "/", Map.of("admin", true))
                .ok();
        bo.post(undo.path(deleted), Map.of()).ok();

        assertThat(bo.patch(environment(), Map.of("description", "Mine")).status())
                .isEqualTo(200);
    }

    private List<String> served() {
        return Stream.of("flags/", "identities/?identifier=ann", "identities/?identifier=bob")
                .map(undo::served)
                .toList();
    }

    private void identify(String... identifiers) {
        var traits = List.of(Map.of("trait_key", "plan", "trait_value", "pro"));
        for (var identifier : identifiers) {
            shop.application()
                    .post("identities/", Map.of("identifier", identifier, "traits", traits))
                    .ok();
        }
    }

    private void override(String identifier, String value) {
        int identity = new Visits(shop).identityOf(identifier);
        shop.ana()
                .post(
                        environment() + "identities/" + identity + "/featurestates/",
                        Map.of("feature", shade, "enabled", true, "feature_state_value", value))
                .ok();
    }

    private JsonNode environment(String name) {
        return shop.ana()
                .post("environments/", Map.of("name", name, "project", shop.project()))
                .ok();
    }

    private static String path(JsonNode environment) {
        return "environments/" + environment.get("api_key").asString() + "/";
    }

    private String environment() {
        return "environments/" + shop.key() + "/";
    }
}
