package dev.flagledger.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The requests of Flagsmith's dashboard: from registration to a toggled flag, then those of its other pages. */
class DashboardIT {

    private static final TestServer SERVER = TestServer.shared();
    private static Everything shop;
    private static Api admin;

    @BeforeAll
    static void start() {
        var open = Shop.in(SERVER);
        admin = open.ana();
        shop = new Everything(open);
    }

    @Test
    void fromRegistrationToAToggledFlag() {
        SERVER.api().get("/version/").ok();
        var ana = loggedIn();
        int organisation = id(ana.post("organisations/", Map.of("name", "Acme")));
        assertThat(ana.post("onboarding/request/send/", Map.of()).status()).isEqualTo(204);
        readAccount(ana);
        readOrganisation(ana, organisation);

        int project = id(ana.post("projects/", Map.of("name", "Shop", "organisation", organisation)));
        for (var name : List.of("Development", "Production")) {
            var environment = ana.post("environments/", Map.of("name", name, "project", project))
                    .ok();
            var identity = Map.of(
                    "environment",
                    environment.get("id").asInt(),
                    "identifier",
                    name.toLowerCase(Locale.ROOT) + "_user_123456");
            ana.post("environments/" + environment.get("api_key").asString() + "/identities/", identity)
                    .ok();
        }
        readOrganisation(ana, organisation);
        var environment =
                ana.get("environments/?project=" + project).ok().get("results").get(0);
        assertThat(readFeatures(ana, project, environment)).isEmpty();

        ana.post("projects/" + project + "/features/", Map.of("name", "basket")).ok();
        var feature = readFeatures(ana, project, environment).get(0);
        var path = "environments/" + environment.get("api_key").asString() + "/featurestates/"
                + feature.get("environment_feature_state").get("id").asInt() + "/";
        var seen = (ObjectNode) ana.get(path).ok();
        ana.put(path, seen.put("enabled", true)).ok();

        var toggled = readFeatures(ana, project, environment).get(0);
        assertThat(toggled.get("environment_feature_state").get("enabled").asBoolean())
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                // A feature
                "projects/{project}/features/{feature}/?environment={environment}",
                "projects/{project}/features/{feature}/evaluation-data/?environment_id={environment}&period=30",
                "projects/{project}/features/{feature}/code-references/",
                "projects/{project}/features/{feature}/feature-external-resources/",
                "environments/{key}/featurestates/?feature={feature}",
                "environments/{key}/featurestates/?feature={feature}&anyIdentity=1",
                "features/feature-segments/?environment={environment}&feature={feature}",
                "environments/{environment}/features/{feature}/versions/",
                "projects/{project}/segments/?page_size=1000&include_feature_specific=true",
                "projects/{project}/release-pipelines/?page=1&page_size=100",
                // Segments, identities, audit log, comparison
                "projects/{project}/segments/?page=1&page_size=100",
                "projects/{project}/segments/{segment}/",
                "projects/{project}/segments/{segment}/associated-features/",
                "projects/{project}/change-requests/?committed=false&page=1&page_size=10",
                "environments/{key}/identities/?q=&page=1&page_size=10",
                "environments/{key}/identities/{identity}/",
                "environments/{key}/identities/{identity}/traits/",
                "environments/{key}/identities/{identity}/featurestates/all/",
                "projects/{project}/audit/?page=1&page_size=10",
                "environments/{key}/list-change-requests/?committed=true&page_size=20",
                // Settings
                "environments/{key}/",
                "environments/{key}/webhooks/",
                "environments/{key}/integrations/slack/",
                "environments/{key}/integrations/webhook/",
                "environments/{key}/user-permissions/",
                "environments/{key}/user-group-permissions/",
                "environments/permissions/",
                "projects/{project}/user-permissions/",
                "projects/{project}/user-group-permissions/",
                "projects/{project}/integrations/datadog/",
                "projects/{project}/imports/launch-darkly/",
                "projects/{project}/feature-exports/",
                "projects/{project}/feature-health/providers/",
                "projects/{project}/metadata/fields/?include_organisation=true",
                "projects/permissions/",
                "organisations/permissions/",
                "organisations/{organisation}/",
                "organisations/{organisation}/roles/",
                "organisations/{organisation}/users/{user}/roles/",
                "organisations/{organisation}/user-permissions/?user={user}",
                "organisations/{organisation}/master-api-keys/",
                "organisations/{organisation}/master-api-keys/{prefix}/roles/",
                "organisations/{organisation}/trust-relationships/",
                "organisations/{organisation}/webhooks/",
                "organisations/{organisation}/integrations/github/",
                "organisations/{organisation}/integrations/grafana/",
                "organisations/{organisation}/metadata-model-fields/supported-content-types/",
                "organisations/{organisation}/metadata-model-fields/",
                "metadata/fields/?organisation={organisation}",
                "organisations/{organisation}/usage-data/?period=90_day_period",
                "organisations/{organisation}/api-usage-notification/",
                "auth/saml/configuration/?organisation={organisation}",
                "auth/saml/attribute-mapping/"
            })
    void requestsOfItsPagesSucceed(String path) {
        assertThat(admin.get(shop.filled(path)).ok().isContainer()).isTrue();
    }

    /** Registers and logs in, with the header that the dashboard sends while it has no token. */
    private static Api loggedIn() {
        var anonymous = SERVER.api().with("Authorization", "Token");
        var email = "ana-" + UUID.randomUUID() + "@example.test";
        var account = Map.of("email", email, "password", "un-guess-able 7", "first_name", "Ana", "last_name", "Silva");
        anonymous.post("auth/users/", account).ok();
        var login = anonymous.post("auth/login/", Map.of("email", email, "password", "un-guess-able 7"));
        return SERVER.api()
                .with("Authorization", "Token " + login.ok().get("key").asString());
    }

    /** Sends the requests that the dashboard awaits together. */
    private static void readAccount(Api ana) {
        assertThat(ana.get("organisations/").ok().get("count").asInt()).isOne();
        assertThat(ana.get("auth/users/me/").ok().get("first_name").asString()).isEqualTo("Ana");
        assertThat(ana.get("auth/mfa/user-active-methods/").ok()).isEmpty();
    }

    private static void readOrganisation(Api ana, int organisation) {
        var within = "organisations/" + organisation + "/";
        ana.get(within + "my-permissions/").ok();
        ana.get(within + "groups/?page=1").ok();
        ana.get("projects/?organisation=" + organisation).ok();
        ana.get(within + "users/").ok();
        ana.get(within + "invites/").ok();
        ana.get(within + "get-subscription-metadata/").ok();
        ana.get(within + "usage-data/?period=current_billing_period").ok();
        // Without links the dashboard creates two.
        boolean none = ana.get(within + "invite-links/").ok().isEmpty();
        for (var role : none ? List.of("ADMIN", "USER") : List.<String>of()) {
            ana.post(within + "invite-links/", Map.of("role", role)).ok();
        }
    }

    /** The features that the page shows, after its other requests. */
    private static JsonNode readFeatures(Api ana, int project, JsonNode environment) {
        var inProject = "projects/" + project + "/";
        var inEnvironment = "environments/" + environment.get("api_key").asString() + "/";
        ana.get(inProject).ok();
        ana.get("environments/?project=" + project).ok();
        ana.get(inProject + "my-permissions/").ok();
        ana.get(inEnvironment + "my-permissions/").ok();
        ana.get(inEnvironment + "list-change-requests/?committed=false&page_size=1")
                .ok();
        ana.get(inEnvironment + "list-change-requests/?committed=true&page_size=1&live_from_after=2031-03-04T09:10:11Z")
                .ok();
        ana.get(inProject + "feature-health/events/").ok();
        ana.get(inProject + "feature-imports/").ok();
        ana.get(inEnvironment + "metrics/").ok();
        ana.get(inEnvironment + "api-keys/").ok();
        ana.get(inProject + "tags/").ok();
        var shown = "features/?environment=" + environment.get("id").asInt() + "&page=1&page_size=50&sort_field=name"
                + "&sort_direction=ASC&tag_strategy=INTERSECTION&is_archived=false";
        return ana.get(inProject + shown).ok().get("results");
    }

    private static int id(Api.Answer made) {
        return made.ok().get("id").asInt();
    }
}
