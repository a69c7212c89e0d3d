package dev.flagledger.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Versions that are created as drafts and published later. */
class DraftIT {

    private static final TestServer SERVER = TestServer.shared();

    private Versions versions;

    @BeforeEach
    void open() {
        versions = Versions.in(SERVER);
    }

    @Test
    void statesOfADraftAreEditedAndPublished() {
        var draft = versions.post("", "").ok();
        assertThat(draft.get("published").asBoolean()).isFalse();
        assertThat(draft.get("live_from").isNull()).isTrue();
        assertThat(versions.states(draft))
                .allMatch(state -> state.get("live_from").isNull());
        var environmentDefault = versions.states(draft).get(0).get("id") + "/";
        var old = versions.states(draft).get(1).get("id") + "/";

        assertThat(versions.send("PUT", draft, environmentDefault, "{\"enabled\":true,VALUE}", "red", 200))
                .contains("\"string_value\":\"red\"")
                .contains("\"enabled\":true");
        versions.send("PATCH", draft, environmentDefault, "{\"enabled\":false}", "", 200);
        versions.send("PATCH", draft, environmentDefault, "{\"enabled\":true}", "", 200);
        var override = "{\"feature_segment\":{\"segment\":STAFF},\"enabled\":true,VALUE}";
        assertThat(versions.send("POST", draft, "", override, "s", 201))
                .contains("\"segment\":" + versions.staff() + ",\"priority\":1");
        assertThat(versions.send("POST", draft, "", override, "s", 400)).contains("already exists for segment 'staff'");
        assertThat(versions.send("DELETE", draft, old, "", "", 204)).isEmpty();

        assertThat(versions.served()).isEqualTo("false blue");
        assertThat(versions.texts(draft)).containsExactly("red", "s");
        var published = versions.publish(draft).ok();
        assertThat(published.propertyNames()).containsExactly("live_from");
        assertThat(versions.served()).isEqualTo("true red");
        assertThat(versions.texts(draft)).containsExactly("red", "s");
        assertThat(versions.states(draft))
                .allMatch(state -> state.get("live_from").equals(published.get("live_from")));
        assertThat(versions.publish(draft).ok()).isEqualTo(published);
        assertThat(versions.list("")).hasSize(2);
    }

    @Test
    void aPublishedVersionCannotBeChangedOrDeleted() {
        var first = versions.list("").getFirst();
        var environmentDefault = versions.states(first).getFirst().get("id") + "/";
        var modified = "{\"detail\":\"Cannot modify published version.\"}";

        assertThat(versions.send("PUT", first, environmentDefault, "{\"enabled\":true}", "", 400))
                .isEqualTo(modified);
        assertThat(versions.send("POST", first, "", "{}", "", 400)).isEqualTo(modified);
        assertThat(versions.send("DELETE", first, environmentDefault, "", "", 400))
                .isEqualTo(modified);
        var address = versions.path() + Versions.uuid(first) + "/";
        assertThat(versions.ana().delete(address).text()).isEqualTo("{\"detail\":\"Cannot delete a live version.\"}");
        assertThat(versions.ana().delete(address).status()).isEqualTo(400);
        assertThat(versions.ana().get(address).status()).isEqualTo(405);
    }

    @Test
    void aDraftCanBeDeleted() {
        var draft = versions.post("{}", "").ok();
        var environmentDefault = versions.states(draft).getFirst().get("id") + "/";
        assertThat(versions.send("DELETE", draft, environmentDefault, "", "", 400))
                .isEqualTo("{\"detail\":\"Cannot delete environment default feature state.\"}");
        var uuid = Versions.uuid(draft);
        assertThat(versions.ana().delete(versions.path() + uuid + "/").status()).isEqualTo(204);

        for (var gone : List.of(versions.states(uuid), "environment-feature-versions/" + uuid + "/")) {
            var answer = versions.ana().get(gone);
            assertThat(answer.status()).isEqualTo(404);
            assertThat(answer.text())
                    .isEqualTo("{\"detail\":\"No EnvironmentFeatureVersion matches the given query.\"}");
        }
        assertThat(versions.publish(draft).status()).isEqualTo(404);
    }

    @Test
    void aDeletedSegmentsOverrideLeavesTheDraft() {
        var draft = versions.post("{}", "").ok();
        versions.send("POST", draft, "", "{\"feature_segment\":{\"segment\":STAFF},VALUE}", "s", 201);
        for (int segment : List.of(versions.beta(), versions.staff())) {
            var address = "projects/" + versions.shop().project() + "/segments/" + segment + "/";
            assertThat(versions.ana().delete(address).status()).isEqualTo(204);
        }

        assertThat(versions.texts(draft)).containsExactly("blue");
        assertThat(versions.publish(draft).status()).isEqualTo(200);
        assertThat(versions.texts(draft)).containsExactly("blue");
        assertThat(versions.texts(versions.list("").getLast())).containsExactly("blue");
    }

    @Test
    void aDraftIsDeletedWithItsFeature() {
        var draft = versions.post("{}", "").ok();
        var feature = versions.shop().features() + versions.feature() + "/";
        assertThat(versions.ana().delete(feature).status()).isEqualTo(204);

        assertThat(versions.ana()
                        .get("environment-feature-versions/" + Versions.uuid(draft) + "/")
                        .status())
                .isEqualTo(404);
        assertThat(versions.ana().get(versions.path()).text())
                .isEqualTo("{\"detail\":\"No Feature matches the given query.\"}");
        assertThat(versions.publish(draft).status()).isEqualTo(404);
    }

    @Test
    void membersReadDraftsAndOthersDoNot() {
        var member = Member.viewing(SERVER, versions.shop());
        var stranger = SERVER.api().newUser();
        var draft = versions.post("{}", "").ok();
        var states = versions.states(Versions.uuid(draft));
        for (var path :
                List.of(versions.path(), states, "environment-feature-versions/" + Versions.uuid(draft) + "/")) {
            assertThat(member.get(path).status()).as(path).isEqualTo(200);
            assertThat(stranger.get(path).status()).as(path).isEqualTo(404);
            assertThat(SERVER.api().get(path).status()).as(path).isEqualTo(401);
        }
        var state = states + versions.states(draft).getFirst().get("id") + "/";
        var version = versions.path() + Versions.uuid(draft) + "/";
        for (var write : List.of(
                List.of("POST", versions.path()),
                List.of("DELETE", version),
                List.of("POST", version + "publish/"),
                List.of("POST", states),
                List.of("PUT", state),
                List.of("PATCH", state),
                List.of("DELETE", state))) {
            assertThat(member.send(write.getFirst(), write.getLast(), "{}").status())
                    .as("%s", write)
                    .isEqualTo(403);
            assertThat(stranger.send(write.getFirst(), write.getLast(), "{}").status())
                    .as("%s", write)
                    .isEqualTo(404);
        }
    }
}
