package dev.flagledger.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the team does is in the configuration log, even where Flagsmith's audit log has nothing of it. */
class RecordedDecisionsIT {

    private static final TestServer SERVER = TestServer.shared();
    private static final JdbcClient JDBC = JdbcClient.create(SERVER.part(DataSource.class));

    @Test
    void traitsThatTheTeamSetsAreInBothLogs() {
        var shop = Shop.in(SERVER);
        var ana = shop.ana().with("Flagledger-Note", "as%20asked");
        int identity = ana.post("environments/" + shop.key() + "/identities/", Map.of("identifier", "bob"))
                .ok()
                .get("id")
                .asInt();
        var traits = "environments/" + shop.key() + "/identities/" + identity + "/traits/";
        int trait = ana.post(traits, Map.of("trait_key", "plan", "string_value", "pro"))
                .ok()
                .get("id")
                .asInt();
        ana.patch(traits + trait + "/", Map.of("string_value", "free")).ok();
        ana.patch(traits + trait + "/", Map.of("string_value", "free")).ok();
        assertThat(ana.post(traits, Map.of("trait_key", "plan", "string_value", "pro"))
                        .status())
                .isEqualTo(400);
        ana.delete(traits + trait + "/");

        var decided = entries("ledger.event", "managed-identity.traits-changed", identity);
        var applied = entries("ledger.stream_event", "identity.traits-changed", identity);
        assertThat(decided)
                .hasSize(3)
                .allSatisfy(entry -> assertThat(entry.get("note").asString()).isEqualTo("as asked"));
        assertThat(requests(decided)).isEqualTo(requests(applied));
        assertThat(decided.getLast().get("event").get("removed").get(0).asString())
                .isEqualTo("plan");
    }

    @Test
    void traitsThatApplicationsReportAreInTheLogOfIdentitiesAlone() {
        var shop = Shop.in(SERVER);
        var reported = List.of(Map.of("trait_key", "plan", "trait_value", "pro"));
        shop.application().post("identities/", Map.of("identifier", "bob")).ok();
        shop.application()
                .post("identities/", Map.of("identifier", "bob", "traits", reported))
                .ok();
        int identity = shop.ana()
                .get("environments/" + shop.key() + "/identities/?q=bob")
                .ok()
                .get("results")
                .get(0)
                .get("id")
                .asInt();

        assertThat(entries("ledger.stream_event", "identity.traits-changed", identity))
                .isNotEmpty();
        assertThat(entries("ledger.event", "managed-identity.traits-changed", identity))
                .isEmpty();
    }

    @Test
    void aTraitThatIsDeletedEverywhereAndAnExportAreOneDecisionEach() {
        var shop = Shop.in(SERVER);
        shop.ana().post("environments/" + shop.key() + "/delete-traits/", Map.of("key", "plan"));
        shop.ana()
                .post(
                        "features/create-feature-export/",
                        Map.of("environment_id", shop.environment(), "tag_ids", List.of()))
                .ok();

        assertThat(types("environment:" + shop.environment()))
                .endsWith("environment.trait-deleted", "environment.features-exported");
    }

    @Test
    void aFailedLoginIsRecordedForAnAccountThatExists() {
        var shop = Shop.in(SERVER);
        var me = shop.ana().get("auth/users/me/").ok();
        var user = "user:" + me.get("id").asInt();

        var failed =
                SERVER.api().post("auth/login/", Map.of("email", me.get("email").asString(), "password", "guessed"));

        assertThat(failed.status()).isEqualTo(400);
        await().untilAsserted(() -> assertThat(types(user)).endsWith("user.login-failed"));
    }

    @Test
    void theFirstUseOfAKeyIsRecordedOnce() {
        var shop = Shop.in(SERVER);
        var backend = shop.backend();
        var created = shop.ana()
                .post("organisations/" + shop.organisation() + "/master-api-keys/", Map.of("name", "terraform"))
                .ok();
        var robot = SERVER.api()
                .with("Authorization", "Api-Key " + created.get("key").asString());
        for (int use = 0; use < 3; use++) {
            robot.get("projects/" + shop.project() + "/").ok();
            backend.get("flags/").ok();
        }

        await().untilAsserted(() -> {
            assertThat(types("organisation:" + shop.organisation()))
                    .containsOnlyOnce("organisation.api-key-first-used");
            assertThat(types("environment:" + shop.environment()))
                    .containsOnlyOnce("environment.server-key-first-used");
        });
    }

    private static List<String> requests(List<JsonNode> entries) {
        return entries.stream().map(entry -> entry.get("request").asString()).toList();
    }

    private static List<JsonNode> entries(String table, String type, int identity) {
        return JDBC
                .sql("select convert_from(entry, 'utf8') from " + table + " order by recorded_at")
                .query((row, _) -> JsonMapper.shared().readTree(row.getString(1)))
                .list()
                .stream()
                .filter(entry -> entry.get("type").asString().equals(type))
                .filter(entry -> entry.get("event").get("identityId").asInt() == identity)
                .toList();
    }

    private static List<String> types(String object) {
        return JDBC.sql("select payload_type from ledger.event where object = :object order by position")
                .param("object", object)
                .query((row, _) -> row.getString(1))
                .list();
    }
}
