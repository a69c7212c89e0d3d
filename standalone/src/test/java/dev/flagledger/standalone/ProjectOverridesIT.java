package dev.flagledger.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The script that Flagsmith's dashboard loads before anything else, and what else is there for browsers alone. */
class ProjectOverridesIT {

    private static final String ASSIGNED = "window.projectOverrides = ";

    /** What a real Flagsmith answers, in the same order. */
    @Test
    void theDashboardIsToldTheDefaults() {
        var answer = TestServer.shared().api().get("/config/project-overrides");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.http().headers().firstValue("Content-Type")).hasValue("application/javascript;charset=UTF-8");
        assertThat(overrides(answer).toString())
                .isEqualTo("{\"api\":\"/api/v1/\",\"assetURL\":\"/\",\"cookieAuthEnabled\":false,"
                        + "\"cookieSameSite\":\"none\",\"disableAnalytics\":false,\"flagsmithAnalytics\":false,"
                        + "\"flagsmithRealtime\":false,\"hideInviteLinks\":false,\"linkedinPartnerTracking\":false,"
                        + "\"maintenance\":false,\"preventEmailPassword\":false,\"preventSignup\":false,"
                        + "\"useSecureCookies\":true}");
    }

    @Test
    void searchEnginesAreToldToStayAway() {
        var answer = TestServer.shared().api().get("/robots.txt");

        assertThat(answer.text()).isEqualTo("User-agent: *\nDisallow: /\n");
        assertThat(answer.http().headers().firstValue("Content-Type").orElseThrow())
                .startsWith("text/plain");
    }

    @Test
    void theDashboardIsToldTheSettings() {
        try (var server = TestServer.start(Map.of(
                "flagledger.account.prevent-signup", "true",
                "flagledger.account.prevent-passwords", "true",
                "flagledger.invite.links", "false",
                "flagledger.cookie-auth.enabled", "true",
                "flagledger.cookie-auth.secure", "false",
                "flagledger.cookie-auth.same-site", "Lax",
                "flagledger.dashboard.environment-key", "</script>\"key"))) {
            var told = overrides(server.api().get("/config/project-overrides"));

            assertThat(told.get("preventSignup").asBoolean()).isTrue();
            assertThat(told.get("preventEmailPassword").asBoolean()).isTrue();
            assertThat(told.get("hideInviteLinks").asBoolean()).isTrue();
            assertThat(told.get("cookieAuthEnabled").asBoolean()).isTrue();
            assertThat(told.get("useSecureCookies").asBoolean()).isFalse();
            assertThat(told.get("cookieSameSite").asString()).isEqualTo("lax");
            assertThat(told.get("flagsmith").asString()).isEqualTo("</script>\"key");
            assertThat(told.get("flagsmithClientAPI").asString()).isEqualTo("/api/v1/");
        }
    }

    private static JsonNode overrides(Api.Answer answer) {
        assertThat(answer.text()).startsWith(ASSIGNED).endsWith(";\n");
        return JsonMapper.shared()
                .readTree(
                        answer.text().substring(ASSIGNED.length(), answer.text().length() - 2));
    }
}
