package dev.flagledger.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The routes that change feature states, in an environment with versioning. */
class VersionedWritesIT {

    private static final String DIRECT = "{\"detail\":\"This environment uses v2 feature versioning. Use the"
            + " environment feature version endpoint instead.\"}";

    private static final TestServer SERVER = TestServer.shared();

    private Versions versions;

    @BeforeEach
    void open() {
        versions = Versions.in(SERVER);
    }

    @Test
    void flagsCannotBeChangedDirectly() {
        var shop = versions.shop();
        var states = versions.states(versions.list("").getFirst());
        var body = versions.filled("{\"feature\":FEATURE,\"environment\":ENV,\"enabled\":true}", "")
                .replace("ENV", Integer.toString(shop.environment()));
        for (var request : List.of(
                List.of("PUT", shop.stateOf(versions.feature())),
                List.of("PATCH", shop.stateOf(versions.feature())),
                List.of("DELETE", shop.stateOf(versions.feature())),
                List.of("POST", versions.environment("featurestates/")),
                List.of("POST", "features/featurestates/"),
                List.of("PUT", "features/featurestates/" + states.get(0).get("id") + "/"),
                List.of("PATCH", "features/featurestates/" + states.get(1).get("id") + "/"),
                List.of("POST", versions.segments().path(versions.feature())))) {
            var answer = versions.ana().send(request.getFirst(), request.getLast(), body);
            assertThat(answer.status()).as("%s %s", request, answer.text()).isEqualTo(400);
            assertThat(answer.text()).isEqualTo(DIRECT);
        }
        assertThat(versions.served()).isEqualTo("false blue");
    }

    @Test
    void overridesForIdentitiesAreStillChangedDirectly() {
        var identities = versions.environment("identities/");
        var identity = versions.ana()
                .post(identities, Map.of("identifier", "bob"))
                .ok()
                .get("id");
        var path = identities + identity + "/featurestates/";
        var made = versions.ana()
                .post(path, Map.of("feature", versions.feature(), "enabled", true, "feature_state_value", "x"))
                .ok();

        assertThat(made.get("environment_feature_version").isNull()).isTrue();
        var typed = Map.of(
                "feature", versions.feature(), "environment", versions.shop().environment(), "enabled", false);
        var state = "features/featurestates/" + made.get("id") + "/";
        assertThat(versions.ana().put(state, typed).status()).isEqualTo(200);
        assertThat(versions.ana().delete(path + made.get("id") + "/").status()).isEqualTo(204);
        assertThat(versions.list("")).hasSize(1);
    }

    @Test
    void featureSegmentsAreStillDeletedDirectly() {
        var live = versions.list("").getFirst();
        var place = versions.states(live).get(1).get("feature_segment").get("id");

        assertThat(versions.ana()
                        .delete("features/feature-segments/" + place + "/")
                        .status())
                .isEqualTo(204);
        assertThat(versions.texts(live)).containsExactly("blue");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            POST   | experiments/environments/KEY/update-flag-v1/          | {"feature":{"id":FEATURE},"enabled":true,"value":{"type":"string","value":"y"}} | true y
            POST   | experiments/environments/KEY/update-flag-v1/          | {"feature":{"id":FEATURE},"enabled":true,"value":{"type":"string","value":"y"},"segment":{"id":STAFF}} | false blue
            POST   | experiments/environments/KEY/update-flag-v2/          | {"feature":{"id":FEATURE},"environment_default":{"enabled":true,"value":{"type":"string","value":"y"}}} | true y
            POST   | experiments/environments/KEY/delete-segment-override/ | {"feature":{"id":FEATURE},"segment":{"id":BETA}} | false blue
            PATCH  | __future__/environments/KEY/features/FEATURE/         | {"environment_default":{"enabled":true}} | true blue
            PUT    | __future__/environments/KEY/features/FEATURE/         | {"segment_overrides":[]} | false blue
            DELETE | __future__/environments/KEY/features/FEATURE/segment-overrides/BETA/ | `` | false blue
            """)
    void eachRequestToTheNewerRoutesPublishesOneVersion(String method, String path, String body, String served) {
        var answer = versions.ana().send(method, "/api/" + versions.filled(path, ""), versions.filled(body, ""));

        assertThat(answer.status()).as(answer.text()).isBetween(200, 204);
        assertThat(versions.list("")).hasSize(2);
        assertThat(versions.served()).isEqualTo(served);
    }

    @Test
    void anEmptyUpdatePublishesNoVersion() {
        var path = versions.filled("/api/__future__/environments/KEY/features/FEATURE/", "");

        assertThat(versions.ana().send("PATCH", path, "{}").status()).isEqualTo(200);
        assertThat(versions.list("")).hasSize(1);
    }
}
