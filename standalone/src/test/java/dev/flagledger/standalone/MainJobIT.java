package dev.flagledger.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

/** A toggled flag, as the application and the audit log show it at once. */
class MainJobIT {

    private static final TestServer SERVER = TestServer.shared();

    @Test
    void aToggleIsVisibleToApplicationsAndAuditorsAtOnce() {
        var ana = SERVER.api().newUser();
        int organisation = ana.post("organisations/", Map.of("name", "Acme"))
                .ok()
                .get("id")
                .asInt();
        int project = ana.post("projects/", Map.of("name", "Shop", "organisation", organisation))
                .ok()
                .get("id")
                .asInt();
        var key = ana.post("environments/", Map.of("name", "Staging", "project", project))
                .ok()
                .get("api_key")
                .asString();
        ana.post("projects/" + project + "/features/", Map.of("name", "basket_v2", "initial_value", "blue"))
                .ok();
        var application = SERVER.api().with("X-Environment-Key", key);
        int state = application.get("flags/").ok().get(0).get("id").asInt();

        ana.patch("environments/" + key + "/featurestates/" + state + "/", Map.of("enabled", true))
                .ok();

        assertThat(application.get("flags/").ok().get(0).get("enabled").asBoolean())
                .isTrue();
        var newest =
                ana.get("projects/" + project + "/audit/").ok().get("results").get(0);
        assertThat(newest.get("log").asString()).isEqualTo("Flag state updated for feature: basket_v2");
    }
}
