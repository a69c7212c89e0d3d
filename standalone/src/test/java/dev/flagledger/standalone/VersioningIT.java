package dev.flagledger.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Enabling and disabling versioning in an environment. */
class VersioningIT {

    private static final TestServer SERVER = TestServer.shared();

    private Versions versions;

    @BeforeEach
    void open() {
        versions = Versions.in(SERVER);
    }

    @Test
    void versioningIsEnabledAndDisabledOnce() {
        assertThat(flip("enable").text()).isEqualTo("{\"detail\":\"Environment already using v2 versioning.\"}");
        assertThat(flip("enable").status()).isEqualTo(400);
        assertThat(isVersioned(versions.shop().key())).isTrue();
        versions.publish("\"feature_states_to_update\":[{\"enabled\":true,VALUE}]", "red");

        assertThat(flip("disable").status()).isEqualTo(202);

        assertThat(isVersioned(versions.shop().key())).isFalse();
        assertThat(versions.list("")).isEmpty();
        assertThat(versions.served()).isEqualTo("true red");
        var state = versions.shop().stateOf(versions.feature());
        assertThat(versions.ana().put(state, Map.of("enabled", false)).status()).isEqualTo(200);
        assertThat(flip("disable").text()).isEqualTo("{\"detail\":\"Environment is not using v2 versioning.\"}");
        assertThat(flip("disable").status()).isEqualTo(400);
    }

    @Test
    void versionsStartAnewWhenVersioningIsEnabledAgain() {
        var before = versions.list("").getFirst();
        var draft = versions.post("{}", "").ok();
        flip("disable");

        assertThat(flip("enable").status()).isEqualTo(202);

        assertThat(versions.list("")).hasSize(1);
        assertThat(versions.list("").getFirst().get("uuid")).isNotEqualTo(before.get("uuid"));
        assertThat(versions.publish(draft).status()).isEqualTo(404);
    }

    @Test
    void everyFlagHasAFirstVersion() {
        var first = versions.list("").getFirst();

        assertThat(first.propertyNames())
                .containsExactlyInAnyOrder(
                        "created_at",
                        "updated_at",
                        "published",
                        "live_from",
                        "uuid",
                        "is_live",
                        "published_by",
                        "created_by",
                        "description");
        assertThat(first.get("is_live").asBoolean()).isTrue();
        assertThat(first.get("live_from")).isEqualTo(first.get("created_at"));
        assertThat(first.get("published_by").isNull()).isTrue();
        assertThat(versions.texts(first)).containsExactly("blue", "old");
        var states = versions.ana()
                .get("features/featurestates/?environment=" + versions.shop().environment())
                .ok();
        assertThat(states.get("results").valueStream())
                .isNotEmpty()
                .allMatch(state -> state.get("version").isNull());
    }

    @Test
    void laterFlagsAndThoseOfACloneHaveAFirstVersion() {
        int later = versions.shop().feature(Map.of("name", "later"));
        assertThat(count(versions.shop().environment(), later)).isEqualTo(1);

        var copy = versions.ana()
                .post(versions.environment("clone/"), Map.of("name", "Copy"))
                .ok();
        assertThat(isVersioned(copy.get("api_key").asString())).isTrue();
        assertThat(count(copy.get("id").asInt(), versions.feature())).isEqualTo(1);
        assertThat(count(copy.get("id").asInt(), later)).isEqualTo(1);
    }

    @Test
    void withoutVersioningThereAreNoVersions() {
        int plain = versions.ana()
                .post(
                        "environments/",
                        Map.of("name", "Plain", "project", versions.shop().project()))
                .ok()
                .get("id")
                .asInt();

        assertThat(count(plain, versions.feature())).isZero();
        var refused = versions.ana().post(Versions.path(plain, versions.feature()), Map.of());
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.text()).isEqualTo("{\"environment\":\"Environment must use v2 feature versioning.\"}");
    }

    private Api.Answer flip(String way) {
        return versions.ana().post(versions.environment(way + "-v2-versioning/"), Map.of());
    }

    private boolean isVersioned(String key) {
        return versions.ana()
                .get("environments/" + key + "/")
                .ok()
                .get("use_v2_feature_versioning")
                .asBoolean();
    }

    private int count(int environment, int feature) {
        return versions.ana()
                .get(Versions.path(environment, feature))
                .ok()
                .get("count")
                .asInt();
    }
}
