package dev.flagledger.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Lists of objects that this server does not support, which are empty. */
class NoneYetIT {

    private static final String EMPTY_PAGE = "{\"count\":0,\"next\":null,\"previous\":null,\"results\":[]}";

    private static final TestServer SERVER = TestServer.shared();
    private static Everything shop;
    private static Api ana;

    @BeforeAll
    static void start() {
        var open = Shop.in(SERVER);
        ana = open.ana();
        shop = new Everything(open);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "organisations/{organisation}/integrations/grafana/",
                "projects/{project}/imports/launch-darkly/",
                "projects/{project}/integrations/datadog/",
                "projects/{project}/integrations/gitlab/",
                "projects/{project}/integrations/grafana/",
                "projects/{project}/integrations/new-relic/",
                "environments/{key}/cohorts/",
                "environments/{key}/integrations/amplitude/",
                "environments/{key}/integrations/dynatrace/",
                "environments/{key}/integrations/grafana/",
                "environments/{key}/integrations/heap/",
                "environments/{key}/integrations/mixpanel/",
                "environments/{key}/integrations/rudderstack/",
                "environments/{key}/integrations/segment/",
                "environments/{key}/integrations/sentry/",
                "environments/{key}/integrations/slack/",
                "environments/{key}/warehouse-connections/"
            })
    void someListsAreEmptyArrays(String path) {
        assertThat(asked(path).text()).isEqualTo("[]");
        assertThat(asked(path).status()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "organisations/{organisation}/integrations/github/",
                "projects/{project}/change-requests/?committed=false&page_size=1",
                "projects/{project}/release-pipelines/?page=1&page_size=10",
                "environments/{key}/list-change-requests/?committed=false&page_size=1",
                "environments/{key}/experiments/",
                "environments/{key}/experiment-metrics/"
            })
    void otherListsAreEmptyPages(String path) {
        assertThat(asked(path).text()).isEqualTo(EMPTY_PAGE);
        assertThat(asked(path).status()).isEqualTo(200);

        var second = asked(path.replaceAll("\\?.*", "") + "?page=2");
        assertThat(second.text()).isEqualTo("{\"detail\":\"Invalid page.\"}");
        assertThat(second.status()).isEqualTo(404);
    }

    @Test
    void nothingCanBeAdded() {
        var answer = ana.post(shop.filled("environments/{key}/integrations/amplitude/"), Map.of("api_key", "k"));

        assertThat(answer.text()).isEqualTo("{\"detail\":\"Method \\\"POST\\\" not allowed.\"}");
        assertThat(answer.status()).isEqualTo(405);
    }

    @Test
    void routesForUsersRejectKeys() {
        var made = ana.post(shop.filled("organisations/{organisation}/master-api-keys/"), Map.of("name", "ci"));
        var program = SERVER.api()
                .with("Authorization", "Api-Key " + made.ok().get("key").asString());

        assertThat(program.get("auth/mfa/user-active-methods/").status()).isEqualTo(403);
        assertThat(program.get(shop.filled("organisations/{organisation}/trust-relationships/"))
                        .status())
                .isEqualTo(401);
    }

    @Test
    void nothingHasToBePaid() {
        var none = "{\"detail\":\"Organisation has no subscription\"}";
        var organisation = shop.filled("organisations/{organisation}/");

        assertThat(ana.get(organisation + "portal-url/").text()).isEqualTo(none);
        var upgrade = ana.post(organisation + "get-hosted-page-url-for-subscription-upgrade/", Map.of());
        assertThat(upgrade.text()).isEqualTo(none);
        assertThat(upgrade.status()).isEqualTo(400);
        assertThat(ana.post(organisation + "update-subscription/", Map.of("hosted_page_id", "x"))
                        .ok())
                .isEqualTo(ana.get(organisation).ok());
    }

    @Test
    void slackIsNotConnected() {
        var answer = asked("environments/{key}/integrations/slack-channels/");

        assertThat(answer.text())
                .isEqualTo("{\"detail\":\"Slack api token not found. Please generate the token using oauth\"}");
        assertThat(answer.status()).isEqualTo(400);
    }

    private static Api.Answer asked(String path) {
        return ana.get(shop.filled(path));
    }
}
