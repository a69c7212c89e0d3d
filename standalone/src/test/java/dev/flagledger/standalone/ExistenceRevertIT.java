package dev.flagledger.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.flagledger.ledger.history.History;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Creations, deletions and publications are undone by new events. */
class ExistenceRevertIT {

    private static final TestServer SERVER = TestServer.shared();

    private Shop shop;
    private Segments segments;
    private int shade;
    private int pros;
    private int bob;

    @BeforeEach
    void open() {
        shop = Shop.in(SERVER);
        segments = Segments.of(SERVER, shop);
        shade = shop.feature(Map.of("name", "shade", "initial_value", "grey", "default_enabled", true));
        pros = shop.segment("pros", "plan", "pro");
        segments.override(shade, shop.segment("others", "plan", "free"), "black");
        segments.override(shade, pros, "green");
        shop.application()
                .post(
                        "identities/",
                        Map.of(
                                "identifier",
                                "bob",
                                "traits",
                                List.of(Map.of("trait_key", "plan", "trait_value", "pro"))))
                .ok();
        bob = new Visits(shop).identityOf("bob");
    }

    @Test
    void aNewFeatureIsDeletedUnlessItHasChangedSince() {
        int later = shop.feature(Map.of("name", "later"));
        long created = position();
        shop.ana().patch(shop.stateOf(later), Map.of("enabled", true)).ok();

        assertThat(undo(created, Map.of()).status()).isEqualTo(409);
        var shown = undo(created + "/revert/?dry_run=true", Map.of("force", true));
        var undone = undo(created, Map.of("force", true)).ok();

        assertThat(undone).isEqualTo(shown.ok());
        assertThat(undone.get("differences")).hasSize(1);
        assertThat(undone.get("differences").get(0).get("change_type").asString())
                .isEqualTo("DELETE");
        assertThat(shop.ana().get(shop.features() + later + "/").status()).isEqualTo(404);
        assertThat(undo(created, Map.of("force", true)).status()).isEqualTo(409);
    }

    @Test
    void aNewSegmentIsDeletedUnlessItIsUsed() {
        int later = shop.segment("later", "plan", "none");
        long created = position();
        segments.override(shade, later, "red");
        assertThat(undo(created, Map.of()).status()).isEqualTo(409);

        undo(created, Map.of("force", true)).ok();
        assertThat(shop.ana().get(segment(later)).status()).isEqualTo(404);

        int unused = shop.segment("unused", "plan", "none");
        long last = position();
        shop.ana().patch(shop.stateOf(shade), Map.of("enabled", false)).ok();
        undo(last, Map.of()).ok();
        assertThat(shop.ana().get(segment(unused)).status()).isEqualTo(404);
    }

    @Test
    void aDeletedSegmentReturnsWithItsOverrides() {
        var served = served();
        assertThat(served).contains("green");
        shop.ana().delete(segment(pros));
        assertThat(served()).isNotEqualTo(served);
        long deleted = position();

        var undone = undo(deleted, Map.of()).ok();

        var segment = undone.get("differences").get(0);
        assertThat(segment.get("change_type").asString()).isEqualTo("CREATE");
        assertThat(segment.get("id").asInt()).isNotEqualTo(pros);
        assertThat(served()).isEqualTo(served);
        assertThat(undo(deleted, Map.of("force", true)).status()).as("is back").isEqualTo(409);
        assertThat(shop.ana()
                        .get(segment(segment.get("id").asInt()))
                        .ok()
                        .get("name")
                        .asString())
                .isEqualTo("pros");
        var created = shop.ana()
                .get(shop.events() + "?type=segment.created")
                .ok()
                .get("results")
                .get(0);
        undo(created.get("position").asLong(), Map.of("force", true)).ok();
        assertThat(served()).isNotEqualTo(served);
    }

    @Test
    void aDryRunDrawsNoId() {
        shop.ana().delete(segment(pros));
        long deleted = position();

        // Other tests may draw ids meanwhile.
        await().until(() -> {
            int last = lastSegment();
            var shown = undo(deleted + "/revert/?dry_run=true", Map.of()).ok();
            assertThat(shown.get("differences").get(0).get("id").asInt()).isEqualTo(pros);
            return lastSegment() == last;
        });
    }

    @Test
    void aDeletedFeatureReturnsWithItsValuesAndOverrides() {
        shop.ana()
                .post(
                        shop.features() + shade + "/mv-options/",
                        Map.of("feature", shade, "string_value", "red", "default_percentage_allocation", 30))
                .ok();
        var overrides = environment() + "identities/" + bob + "/featurestates/";
        var own = Map.of("feature", shade, "enabled", true, "feature_state_value", "own");
        shop.ana().post(overrides, own).ok();
        shop.ana()
                .put(shop.stateOf(shade), Map.of("enabled", false, "feature_state_value", 7))
                .ok();
        var served = unborn(served());
        var flags = unborn(flags());
        assertThat(shop.ana().delete(shop.features() + shade + "/").status()).isEqualTo(204);
        long deleted = position();

        var undone = undo(deleted, Map.of()).ok();

        int id = undone.get("differences").get(0).get("id").asInt();
        assertThat(id).isNotEqualTo(shade);
        assertThat(unborn(served())).isEqualTo(served);
        assertThat(unborn(flags())).isEqualTo(flags);
        shop.ana().patch(shop.stateOf(id), Map.of("enabled", true)).ok();
        assertThat(unborn(flags())).isNotEqualTo(flags);
    }

    @Test
    void aNameThatIsTakenSinceIsRefused() {
        shop.ana().delete(shop.features() + shade + "/");
        long deleted = position();
        shop.feature(Map.of("name", "Shade"));

        assertThat(undo(deleted, Map.of()).status()).isEqualTo(400);
    }

    @Test
    void whoMayNotSetValuesDoesNotBringThemBack() {
        shop.ana().delete(shop.features() + shade + "/");
        long deleted = position();
        var bo = Member.of(SERVER, shop.organisation());
        Grants.of(
                shop.ana(),
                "projects/" + shop.project(),
                Member.id(bo),
                "VIEW_PROJECT",
                "VIEW_AUDIT_LOG",
                "CREATE_FEATURE");

        assertThat(bo.post(shop.events() + deleted + "/revert/", Map.of()).status())
                .isEqualTo(403);
        assertThat(bo.post(shop.events() + deleted + "/revert/?dry_run=true", Map.of())
                        .status())
                .isEqualTo(403);
    }

    @Test
    void aPublicationIsUndoneByAnother() {
        var versions = Versions.in(SERVER);
        var before = versions.served();
        versions.publish("\"feature_states_to_update\":[{\"enabled\":true,VALUE}]", "red");
        assertThat(versions.served()).isNotEqualTo(before);
        int known = versions.list("").size();
        var published = versions.ana()
                .get(versions.shop().events() + "?type=version.published")
                .ok()
                .get("results")
                .get(0);
        var undo = versions.shop().events() + published.get("position").asString() + "/revert/";

        versions.ana().post(undo, Map.of()).ok();

        assertThat(versions.served()).isEqualTo(before);
        assertThat(versions.list("")).hasSize(known + 1);
        assertThat(versions.ana().post(undo, Map.of()).status()).isEqualTo(409);
    }

    private Api.Answer undo(long position, Map<String, ?> body) {
        return undo(position + "/revert/", body);
    }

    private Api.Answer undo(String path, Map<String, ?> body) {
        return shop.ana().post(shop.events() + path, body);
    }

    private String served() {
        return shop.application().get("identities/?identifier=bob").text();
    }

    private String flags() {
        return shop.application().get("flags/").text();
    }

    /** Without the ids of features, and the times of their creation. */
    private static String unborn(String served) {
        return served.replaceAll("\"feature\":\\{\"id\":[0-9]+", "").replaceAll("\"created_date\":\"[^\"]*\"", "");
    }

    private String segment(int id) {
        return "projects/" + shop.project() + "/segments/" + id + "/";
    }

    private String environment() {
        return "environments/" + shop.key() + "/";
    }

    private static int lastSegment() {
        return SERVER.part(JdbcClient.class)
                .sql("select last_value from installation.segment_id")
                .query(Integer.class)
                .single();
    }

    private static long position() {
        return SERVER.part(History.class).at().position();
    }
}
