package dev.flagledger.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flagledger.testing.TestDatabase;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Counts of the calls and evaluations of applications. */
class UsageIT {

    private static final TestServer SERVER = TestServer.shared();
    private Shop shop;

    @BeforeEach
    void open() {
        shop = Shop.in(SERVER);
    }

    @Test
    void callsAreCountedByResource() {
        var application = shop.application();
        application.get("flags/");
        application.get("flags");
        application.get("flags/?feature=nothing");
        application.get("identities/?identifier=ana");
        application.put("identities/", Map.of());
        application.post("traits/", Map.of());
        application.get("environment-document/");
        application.post("analytics/flags/", Map.of());
        SERVER.api().with("X-Environment-Key", "nobodys").get("flags/");

        var today = LocalDate.now(ZoneOffset.UTC);
        assertThat(usage("usage-data/").text())
                .isEqualTo(
                        "[{\"flags\":3,\"identities\":2,\"traits\":1,\"environment_document\":1,\"day\":\"%s\",\"labels\":null}]"
                                .formatted(today));
        assertThat(usage("usage-data/?period=current_billing_period").json()).hasSize(1);
        assertThat(usage("usage-data/?period=previous_billing_period").json()).isEmpty();
        assertThat(usage("usage-data/?project_id=" + shop.project() + "&environment_id=" + shop.environment())
                        .json())
                .hasSize(1);
        assertThat(usage("usage-data/?environment_id=" + (shop.environment() + 1_000))
                        .json())
                .isEmpty();
        assertThat(usage("usage-data/total-count/").text()).isEqualTo("{\"count\":7}");
        assertThat(usage("usage/").text()).isEqualTo("{\"events\":7}");
        assertThat(usage("influx-data/").text())
                .isEqualTo(
                        "{\"events_list\":[{\"name\":\"%s\",\"Flags\":3,\"Identities\":2,\"Traits\":1,\"Environment-document\":1}]}"
                                .formatted(today));
        assertThat(usage("api-usage-notification/").text())
                .isEqualTo("{\"count\":0,\"next\":null,\"previous\":null,\"results\":[]}");
        assertThat(usage("usage-data/?period=x").text())
                .isEqualTo("{\"period\":[\"\\\"x\\\" is not a valid choice.\"]}");
    }

    @ParameterizedTest
    @CsvSource({"usage-data/", "usage-data/total-count/", "usage/", "influx-data/", "api-usage-notification/"})
    void otherUsersAreForbidden(String path) {
        var of = "organisations/" + shop.organisation() + "/" + path;
        assertThat(SERVER.api().newUser().get(of).status()).isEqualTo(403);
        assertThat(SERVER.api().newUser().get(of).text())
                .contains(
                        path.startsWith("api-")
                                ? "You do not have permission"
                                : "User does not have sufficient privileges");
        assertThat(SERVER.api().get(of).status()).isEqualTo(401);
    }

    @Test
    void countsSurviveARestart() {
        var database = TestDatabase.fresh().migrated();
        Shop elsewhere;
        try (var first = TestServer.on(database)) {
            elsewhere = Shop.in(first);
            elsewhere.application().get("flags/").ok();
        }
        try (var second = TestServer.on(database)) {
            var again = new Api(second.address(), elsewhere.ana().headers());
            assertThat(again.get("organisations/" + elsewhere.organisation() + "/usage/")
                            .text())
                    .isEqualTo("{\"events\":1}");
        }
    }

    @Test
    void evaluationsOfExistingFeaturesAreCounted() {
        int banner = shop.feature(Map.of("name", "my.banner"));
        var application = shop.application();
        var report =
                application.send("POST", "analytics/flags/", "{\"my.banner\":3,\"MY.BANNER\":5,\"gone\":1,\"x\":true}");
        assertThat(report.status()).isEqualTo(200);
        assertThat(report.text()).isEmpty();
        application.send("POST", "analytics/flags/", "{\"my.banner\":true}").status();
        application.send("POST", "analytics/flags/", "{\"my.banner\":\"7\"}").status();
        var one = Map.of("feature_name", "my.banner", "enabled_when_evaluated", true, "count", 4);
        var other = Map.of(
                "feature_name", "my.banner", "identity_identifier", "ana", "enabled_when_evaluated", false, "count", 2);
        assertThat(application
                        .post("/api/v2/analytics/flags/", Map.of("evaluations", List.of(one, other)))
                        .status())
                .isEqualTo(204);

        assertThat(shop.ana()
                        .get(shop.features() + banner + "/evaluation-data/?environment_id=" + shop.environment()
                                + "&period=30")
                        .text())
                .isEqualTo("[{\"day\":\"" + LocalDate.now(ZoneOffset.UTC) + "\",\"count\":9,\"labels\":null}]");
    }

    @Test
    void largeCountsAddUpAndNegativeOnesAreIgnored() {
        int banner = shop.feature(Map.of("name", "banner"));
        var reports = List.of(2_000_000_000, 1_000_000_000, -5).stream()
                .map(count -> Map.of("feature_name", "banner", "enabled_when_evaluated", true, "count", count))
                .toList();
        shop.application().post("/api/v2/analytics/flags/", Map.of("evaluations", reports));

        assertThat(shop.ana()
                        .get(shop.features() + banner + "/evaluation-data/?environment_id=" + shop.environment())
                        .ok()
                        .get(0)
                        .get("count")
                        .asLong())
                .isEqualTo(3_000_000_000L);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        /api/v1/analytics/flags/ | []  | {"non_field_errors":["Expected a JSON object."]}
        /api/v1/analytics/flags/ | 3   | {"non_field_errors":["Expected a JSON object."]}
        /api/v2/analytics/flags/ | {}  | {"evaluations":["This field is required."]}
        /api/v2/analytics/flags/ | {"evaluations":[{"feature_name":"a","enabled_when_evaluated":true,"count":1},{}]} | {"evaluations":[{},{"feature_name":["This field is required."],"enabled_when_evaluated":["This field is required."],"count":["This field is required."]}]}
        /api/v2/analytics/flags/ | {"evaluations":[{"feature_name":"a","identity_identifier":null,"enabled_when_evaluated":true,"count":1}]} | {"evaluations":[{"identity_identifier":["This field may not be null."]}]}
        """)
    void invalidReportsAreRejected(String path, String body, String problem) {
        var answer = shop.application().send("POST", path, body);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.text()).isEqualTo(problem);
    }

    private Api.Answer usage(String path) {
        return shop.ana().get("organisations/" + shop.organisation() + "/" + path);
    }
}
