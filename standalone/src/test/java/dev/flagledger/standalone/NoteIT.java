package dev.flagledger.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Notes about changes, and projects that require them. */
class NoteIT {

    private static final String HEADER = "Flagledger-Note";
    private static final String REQUIRED = "{\"note\":[\"This field is required.\"]}";

    private static final TestServer SERVER = TestServer.shared();
    private Shop shop;
    private Api noting;

    @BeforeEach
    void open() {
        shop = Shop.in(SERVER);
        noting = shop.ana().with(HEADER, "f%C3%BCr%20den%20Schlussverkauf");
    }

    @Test
    void aNoteIsRecordedWithEveryEventOfItsRequest() {
        int feature = noting.post(shop.features(), Map.of("name", "basket", "description", "new"))
                .ok()
                .get("id")
                .asInt();
        shop.ana().patch(shop.features() + feature + "/", Map.of("description", "newer"));

        assertThat(notes("feature:" + feature)).containsExactly("\"f\u00fcr den Schlussverkauf\"", "null");
    }

    @Test
    void aNoteThatCannotBeRecordedIsRefusedBeforeAnythingChanges() {
        assertThat(shop.ana()
                        .with(HEADER, "100%")
                        .post(shop.features(), Map.of("name", "basket"))
                        .text())
                .isEqualTo("{\"note\":[\"Enter UTF-8 text, percent-encoded.\"]}");
        var tooLong = shop.ana().with(HEADER, "a".repeat(1_001)).post(shop.features(), Map.of("name", "basket"));
        assertThat(tooLong.status()).isEqualTo(400);
        assertThat(tooLong.text()).isEqualTo("{\"note\":[\"Ensure this field has no more than 1000 characters.\"]}");
        assertThat(shop.ana().get(shop.features()).ok().get("count").asInt()).isZero();
    }

    @Test
    void aProjectCanRequireNotes() {
        int feature = shop.feature(Map.of("name", "basket"));
        require(true);

        var state = "environments/" + shop.key() + "/featurestates/"
                + shop.ana()
                        .get("environments/" + shop.key() + "/featurestates/?feature=" + feature)
                        .ok()
                        .get("results")
                        .get(0)
                        .get("id")
                        .asInt()
                + "/";
        assertThat(shop.ana().patch(state, Map.of("enabled", true)).text()).isEqualTo(REQUIRED);
        assertThat(shop.ana()
                        .with(HEADER, "%20")
                        .patch(state, Map.of("enabled", true))
                        .text())
                .isEqualTo(REQUIRED);
        assertThat(shop.ana().post(shop.features(), Map.of("name", "search")).text())
                .isEqualTo(REQUIRED);
        assertThat(shop.ana().delete(shop.features() + feature + "/").text()).isEqualTo(REQUIRED);
        assertThat(shop.ana()
                        .post("environments/", Map.of("name", "Live", "project", shop.project()))
                        .text())
                .isEqualTo(REQUIRED);
        assertThat(shop.ana().patch(project(), Map.of("require_note", false)).text())
                .isEqualTo(REQUIRED);

        noting.patch(state, Map.of("enabled", true)).ok();
        assertThat(noting.delete(shop.features() + feature + "/").status()).isEqualTo(204);
    }

    @Test
    void anImportOfFeaturesNeedsANote() {
        var target = Shop.by(shop.ana());
        shop.feature(Map.of("name", "basket"));
        var file = new Transfer(shop.ana()).file(shop.environment());
        target.ana()
                .patch("projects/" + target.project() + "/", Map.of("require_note", true))
                .ok();

        assertThat(new Transfer(target.ana())
                        .take(target.environment(), "SKIP", file)
                        .text())
                .isEqualTo(REQUIRED);
        assertThat(target.ana().get(target.features()).ok().get("count").asInt())
                .isZero();
        assertThat(target.ana()
                        .get("projects/" + target.project() + "/feature-imports/")
                        .ok()
                        .get("results"))
                .as("no import has begun")
                .isEmpty();

        new Transfer(target.ana().with(HEADER, "from%20the%20other%20shop"))
                .take(target.environment(), "SKIP", file)
                .ok();

        var created =
                target.ana().get(target.events() + "?type=feature.created").ok().get("results");
        assertThat(created).hasSize(1);
        assertThat(created.get(0).get("note").asString()).isEqualTo("from the other shop");
    }

    /** The note that it would have otherwise tells what is undone, but not why. */
    @Test
    void anUndoNeedsTheNoteOfTheCaller() {
        int feature = shop.feature(Map.of("name", "basket"));
        shop.ana().patch(shop.stateOf(feature), Map.of("enabled", true)).ok();
        var changed = shop.ana()
                .get(shop.events() + "?type=flag.state-updated")
                .ok()
                .get("results")
                .get(0);
        require(true);
        var undo = shop.events() + changed.get("position").asString() + "/revert/";

        shop.ana().post(undo + "?dry_run=true", Map.of()).ok();
        assertThat(shop.ana().post(undo, Map.of()).text()).isEqualTo(REQUIRED);
        assertThat(shop.ana().get(shop.stateOf(feature)).ok().get("enabled").asBoolean())
                .isTrue();
        noting.post(undo, Map.of()).ok();
    }

    @Test
    void theSettingIsShownOnlyWhereItIsOn() {
        var before = shop.ana().get(project()).text();

        assertThat(require(true).get("require_note").asBoolean()).isTrue();
        assertThat(shop.ana().get(project()).ok().get("require_note").asBoolean())
                .isTrue();
        assertThat(noting.patch(project(), Map.of("require_note", false)).ok().has("require_note"))
                .isFalse();

        assertThat(before).doesNotContain("require_note");
        assertThat(shop.ana().get(project()).text()).isEqualTo(before);
    }

    @Test
    void noApplicationIsAskedForANote() {
        require(true);
        var identities = "environments/" + shop.key() + "/identities/";

        var report = Map.of("identifier", "bob", "traits", List.of(Map.of("trait_key", "plan", "trait_value", "pro")));
        assertThat(shop.application().post("identities/", report).status()).isEqualTo(200);
        assertThat(SERVER.api()
                        .put(
                                "environments/" + shop.key() + "/onboarding-status/",
                                Map.of("first_evaluated_sdk_label", "flagsmith-dotnet-sdk"))
                        .status())
                .isEqualTo(204);
        assertThat(shop.ana().post(identities, Map.of("identifier", "eve")).text())
                .isEqualTo(REQUIRED);
    }

    @Test
    void whoLacksTheRightIsToldThatFirst() {
        require(true);

        assertThat(SERVER.api().newUser().delete(project()).status()).isEqualTo(404);
    }

    private JsonNode require(boolean required) {
        return shop.ana().patch(project(), Map.of("require_note", required)).ok();
    }

    private String project() {
        return "projects/" + shop.project() + "/";
    }

    /** As JSON. */
    private static List<String> notes(String object) {
        return JdbcClient.create(SERVER.part(DataSource.class))
                .sql("select convert_from(entry, 'utf8') from ledger.event where object = :object order by position")
                .param("object", object)
                .query((row, _) -> JsonMapper.shared()
                        .readTree(row.getString(1))
                        .get("note")
                        .toString())
                .list();
    }
}
