package dev.flagledger.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flagledger.ledger.history.History;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What differs between two states, in the form of the audit log. */
class DifferenceIT {

    private static final TestServer SERVER = TestServer.shared();

    private Shop shop;
    private int shade;

    @BeforeEach
    void open() {
        shop = Shop.in(SERVER);
        shade = shop.feature(Map.of("name", "shade", "initial_value", "grey"));
    }

    @Test
    void changedFieldsAreListed() {
        var from = Instant.now();
        shop.ana()
                .put(shop.stateOf(shade), Map.of("enabled", true, "feature_state_value", "blue"))
                .ok();
        shop.ana()
                .patch("environments/" + shop.key() + "/", Map.of("name", "Live"))
                .ok();
        shop.ana()
                .patch(shop.features() + shade + "/", Map.of("is_archived", true))
                .ok();

        var differences = differences("from=" + from);

        assertThat(differences)
                .extracting(JsonNode::toString)
                .containsExactly("""
                        {"type":"ENVIRONMENT","id":%d,"name":"Live","environment":null,"feature":null,"segment":null,\
                        "identity":null,"change_type":"UPDATE","changes":[{"field":"name","old":"Staging","new":"Live"}]}""".formatted(shop.environment()), """
                        {"type":"FEATURE","id":%d,"name":"shade","environment":null,"feature":null,"segment":null,\
                        "identity":null,"change_type":"UPDATE","changes":[{"field":"is_archived","old":false,"new":true}]}""".formatted(shade), """
                        {"type":"FEATURE_STATE","id":%d,"name":"shade","environment":%d,"feature":%d,"segment":null,\
                        "identity":null,"change_type":"UPDATE","changes":[{"field":"enabled","old":false,"new":true},\
                        {"field":"string_value","old":"grey","new":"blue"}]}""".formatted(
                                shop.state(shade), shop.environment(), shade));
    }

    @Test
    void objectsThatCameAndOverridesThatMovedAreListed() {
        int pros = shop.segment("pros", "plan", "pro");
        int staff = shop.segment("staff", "plan", "staff");
        var segments = Segments.of(SERVER, shop);
        segments.override(shade, pros, "green");
        segments.override(shade, staff, "red");
        long from = position();
        shop.ana()
                .patch(
                        "/api/__future__/environments/" + shop.key() + "/features/" + shade + "/",
                        Map.of("segment_overrides", List.of(Map.of("segment", Map.of("id", staff), "priority", 0))))
                .ok();
        int later = shop.feature(Map.of("name", "later"));

        var differences = differences("from=" + from);

        assertThat(differences)
                .extracting(DifferenceIT::summary)
                .containsExactly(
                        "FEATURE CREATE null null",
                        "FEATURE_STATE CREATE " + later + " null",
                        "FEATURE_STATE UPDATE " + shade + " " + staff,
                        "FEATURE_STATE UPDATE " + shade + " " + pros);
        assertThat(differences.get(2).get("changes").toString())
                .isEqualTo("[{\"field\":\"priority\",\"old\":1,\"new\":0}]");
        assertThat(differences("from=" + position() + "&to=" + from)
                        .get(1)
                        .get("change_type")
                        .asString())
                .isEqualTo("DELETE");
    }

    @Test
    void aStateDoesNotDifferFromItself() {
        var position = position();

        var answer =
                shop.ana().get(path() + "from=" + position + "&to=" + position).ok();

        assertThat(answer.toString())
                .isEqualTo("{\"from\":%d,\"to\":%d,\"differences\":[]}".formatted(position, position));
    }

    @Test
    void otherPointsAreRefusedByTheirName() {
        assertThat(shop.ana().get(path()).text()).isEqualTo("{\"from\":[\"This field is required.\"]}");
        assertThat(shop.ana().get(path() + "from=1&to=2999-01-01").text())
                .isEqualTo("{\"to\":[\"This is in the future.\"]}");
        assertThat(shop.ana().get(path() + "from=1").status()).isEqualTo(404);
    }

    @Test
    void aDryRunListsWhatTheRevertThenChanges() {
        long from = position();
        shop.ana()
                .put(shop.stateOf(shade), Map.of("enabled", true, "feature_state_value", "blue"))
                .ok();
        shop.ana()
                .patch(shop.features() + shade + "/", Map.of("description", "changed"))
                .ok();
        Segments.of(SERVER, shop).override(shade, shop.segment("pros", "plan", "pro"), "green");
        var revert = shop.features() + shade + "/revert/";
        long before = position();

        var dry =
                shop.ana().post(revert + "?dry_run=true", Map.of("as_of", from)).ok();

        assertThat(dry.get("differences")).hasSize(3);
        assertThat(position()).isEqualTo(before);
        assertThat(shop.ana().post(revert, Map.of("as_of", from)).ok()).isEqualTo(dry);
        assertThat(shop.ana()
                        .post(revert + "?dry_run=true", Map.of("as_of", from))
                        .ok()
                        .get("differences"))
                .isEmpty();
    }

    @Test
    void aDryRunShowsNothingOfIdentitiesThatAreGone() {
        var identities = "environments/" + shop.key() + "/identities/";
        int bob = shop.ana()
                .post(identities, Map.of("identifier", "bob"))
                .ok()
                .get("id")
                .asInt();
        shop.ana()
                .post(identities + bob + "/featurestates/", Map.of("feature", shade, "enabled", true))
                .ok();
        long from = position();
        shop.ana().delete(identities + bob + "/");
        var revert = shop.features() + shade + "/revert/";

        var dry =
                shop.ana().post(revert + "?dry_run=true", Map.of("as_of", from)).ok();

        assertThat(dry.get("differences")).isEmpty();
        assertThat(shop.ana().post(revert, Map.of("as_of", from)).ok()).isEqualTo(dry);
    }

    private static String summary(JsonNode difference) {
        return "%s %s %s %s"
                .formatted(
                        difference.get("type").asString(),
                        difference.get("change_type").asString(),
                        difference.get("feature"),
                        difference.get("segment"));
    }

    private List<JsonNode> differences(String query) {
        return shop.ana()
                .get(path() + query)
                .ok()
                .get("differences")
                .valueStream()
                .toList();
    }

    private String path() {
        return "environments/" + shop.key() + "/difference/?";
    }

    private static long position() {
        return SERVER.part(History.class).at().position();
    }
}
