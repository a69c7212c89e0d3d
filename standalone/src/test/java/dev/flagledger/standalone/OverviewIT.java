package dev.flagledger.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flagledger.api.organisation.Role;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The overview of the organisations that the caller administers: section 2.7 of the admin contract. */
class OverviewIT {

    private static final String DASHBOARD = "admin/dashboard/";
    private static final TestServer SERVER = TestServer.shared();

    private final Person ana = Person.in(SERVER);
    private final Shop shop = Shop.by(ana.api());
    private final LocalDate today = LocalDate.now(ZoneOffset.UTC);

    @Test
    void theSummaryCountsEverythingOnce() {
        var other = Shop.by(ana.api());
        shop.feature(Map.of("name", "banner"));
        shop.feature(Map.of("name", "basket"));
        other.feature(Map.of("name", "basket"));
        connectWebhook();
        var bo = SERVER.api().newUser();
        Member.join(SERVER, shop.organisation(), Member.id(bo), Role.USER);
        Member.join(SERVER, other.organisation(), Member.id(bo), Role.USER);
        shop.application().get("flags/").ok();
        other.application().get("flags/").ok();
        // Of an organisation in which Ana is an ordinary member.
        var elsewhere = Shop.in(SERVER);
        Member.join(SERVER, elsewhere.organisation(), Member.id(ana.api()), Role.USER);
        elsewhere.feature(Map.of("name", "theirs"));

        assertThat(asked("summary/").text())
                .as("nobody has logged in yet, only registered")
                .isEqualTo(summary(0, 0));
        ana.logIn().ok();
        assertThat(asked("summary/?days=90").text()).isEqualTo(summary(2, 1));
    }

    private static String summary(int activeOrganisations, int activeUsers) {
        return ("{\"total_organisations\":2,\"total_flags\":3,\"total_users\":2,\"total_api_calls_30d\":2,"
                        + "\"active_organisations\":%d,\"total_projects\":2,\"total_environments\":2,"
                        + "\"total_integrations\":1,\"active_users\":%d}")
                .formatted(activeOrganisations, activeUsers);
    }

    @Test
    void eachOrganisationIsShownWithItsProjectsAndEnvironments() {
        shop.feature(Map.of("name", "banner"));
        shop.application().get("flags/").ok();
        shop.application().get("identities/?identifier=user-88").ok();
        called(today.minusDays(29), 10);
        called(today.minusDays(30), 100);
        called(today.minusDays(89), 1_000);
        called(today.minusDays(90), 10_000);
        ana.logIn().ok();

        var environment = "{\"id\":%d,\"name\":\"Staging\",\"api_calls_30d\":12,\"flag_evaluations_30d\":11}"
                .formatted(shop.environment());
        var project =
                "{\"id\":%d,\"name\":\"Shop\",\"api_calls_30d\":12,\"flag_evaluations_30d\":11,\"flags\":1,\"environments\":[%s]}"
                        .formatted(shop.project(), environment);
        var created = ana.api()
                .get("organisations/" + shop.organisation() + "/")
                .ok()
                .get("created_date")
                .asString();
        assertThat(asked("organisations/").text())
                .isEqualTo(
                        ("[{\"id\":%d,\"name\":\"Acme\",\"created_date\":\"%s\",\"total_flags\":1,\"active_flags\":1,"
                                        + "\"stale_flags\":0,\"total_users\":1,\"active_users_30d\":1,\"admin_users\":1,"
                                        + "\"api_calls_30d\":12,\"api_calls_60d\":112,\"api_calls_90d\":1112,"
                                        + "\"api_calls_allowed\":1000000000,\"flag_evaluations_30d\":11,"
                                        + "\"identity_requests_30d\":1,\"overage_30d\":0,\"overage_60d\":0,"
                                        + "\"overage_90d\":0,\"project_count\":1,\"environment_count\":1,"
                                        + "\"integration_count\":0,\"projects\":[%s]}]")
                                .formatted(shop.organisation(), created, project));
    }

    @Test
    void trendsAreByDay() {
        shop.application().get("identities/?identifier=user-88").ok();
        called(today.minusDays(59), 10);

        var now = "{\"date\":\"%s\",\"api_calls\":1,\"flag_evaluations\":0,\"identity_requests\":1}".formatted(today);
        var before = "{\"date\":\"%s\",\"api_calls\":10,\"flag_evaluations\":10,\"identity_requests\":0}"
                .formatted(today.minusDays(59));
        assertThat(asked("usage-trends/").text()).isEqualTo("[" + now + "]");
        assertThat(asked("usage-trends/?days=60").text()).isEqualTo("[" + before + "," + now + "]");
        assertThat(asked("usage-trends/?days=45").text())
                .isEqualTo("{\"days\":[\"\\\"45\\\" is not a valid choice.\"]}");
        assertThat(asked("summary/?days=x").status()).isEqualTo(400);
    }

    /** As many as the list of features has with this stage. */
    @Test
    void staleFlagsAreCountedByProject() {
        ana.api()
                .patch("projects/" + shop.project() + "/", Map.of("stale_flags_limit_days", 0))
                .ok();
        int old = shop.feature(Map.of("name", "old"));
        assertThat(asked("stale-flags/").text()).isEqualTo(stale(1, 1));
        var listed = "projects/" + shop.project() + "/features/?environment=" + shop.environment()
                + "&lifecycle_stage=stale";
        assertThat(ana.api().get(listed).ok().get("count").asInt()).isEqualTo(1);

        ana.api()
                .patch("projects/" + shop.project() + "/", Map.of("stale_flags_limit_days", 7))
                .ok();
        assertThat(asked("stale-flags/").text()).isEqualTo(stale(0, 1));
        ana.api().delete(shop.features() + old + "/");
        assertThat(asked("stale-flags/").text()).as("a project without flags").isEqualTo("[]");
    }

    private String stale(int stale, int all) {
        return ("[{\"organisation_id\":%d,\"organisation_name\":\"Acme\",\"project_id\":%d,\"project_name\":\"Shop\","
                        + "\"stale_flags\":%d,\"total_flags\":%d}]")
                .formatted(shop.organisation(), shop.project(), stale, all);
    }

    @Test
    void theOneIntegrationIsCounted() {
        assertThat(asked("integrations/").text()).isEqualTo("[]");
        connectWebhook();

        assertThat(asked("integrations/").text())
                .isEqualTo(("[{\"organisation_id\":%d,\"organisation_name\":\"Acme\",\"integration_type\":\"webhook\","
                                + "\"scope\":\"environment\",\"count\":1}]")
                        .formatted(shop.organisation()));
        assertThat(asked("release-pipelines/").text()).isEqualTo("[]");
    }

    @ParameterizedTest
    @ValueSource(strings = {"organisations/", "usage-trends/", "stale-flags/", "integrations/", "release-pipelines/"})
    void whoAdministersNothingSeesNothing(String path) {
        shop.feature(Map.of("name", "banner"));
        shop.application().get("flags/").ok();
        connectWebhook();
        var member = Member.of(SERVER, shop.organisation());

        assertThat(member.get(DASHBOARD + path).text()).isEqualTo("[]");
        member.get(DASHBOARD + "summary/")
                .ok()
                .forEach(number -> assertThat(number.asInt()).isZero());
    }

    private Api.Answer asked(String path) {
        return ana.api().get(DASHBOARD + path);
    }

    private void connectWebhook() {
        ana.api()
                .post("environments/" + shop.key() + "/integrations/webhook/", Map.of("url", "https://example.test/"))
                .ok();
    }

    /** Calls for flags on an earlier day. */
    private void called(LocalDate day, int times) {
        JdbcClient.create(SERVER.part(DataSource.class))
                .sql("""
                    insert into query.api_call (day, organisation_id, project_id, environment_id, resource, calls)
                    values (:day, :organisation, :project, :environment, 'FLAGS', :calls)""")
                .param("day", day)
                .param("organisation", shop.organisation())
                .param("project", shop.project())
                .param("environment", shop.environment())
                .param("calls", times)
                .update();
    }
}
