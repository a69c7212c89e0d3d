package dev.flagledger.standalone.demo;

import dev.flagledger.standalone.DemoProject;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A shop with two environments and three features, one of them switched on. */
@Component
class ShopDemo implements DemoProject {

    private static final String EMAIL = "demo@flagledger.dev";
    private static final String PASSWORD = "flags-and-ledgers";

    private final JsonMapper json;

    ShopDemo(JsonMapper json) {
        this.json = json;
    }

    @Override
    public List<String> plant(URI server) {
        var client = new DemoClient(server, json);
        var token = client.logIn(EMAIL, PASSWORD).orElseGet(() -> client.register(EMAIL, PASSWORD));
        var admin = client.as(token);
        var project = project(admin);
        var environment =
                admin.get("environments/?project=" + project).get("results").get(0);
        var key = environment.get("api_key").asString();
        return lines(server, token, project, key, flagToToggle(admin, key));
    }

    private static int project(DemoClient admin) {
        var known = admin.get("projects/");
        if (!known.isEmpty()) {
            return id(known.get(0));
        }
        int organisation = id(admin.post("organisations/", Map.of("name", "Demo")));
        int project = id(admin.post("projects/", Map.of("name", "Shop", "organisation", organisation)));
        admin.post("environments/", Map.of("name", "Development", "project", project));
        admin.post("environments/", Map.of("name", "Production", "project", project));
        feature(admin, project, Map.of("name", "new_checkout", "default_enabled", false));
        feature(admin, project, Map.of("name", "banner_text", "initial_value", "Welcome!", "default_enabled", true));
        feature(admin, project, Map.of("name", "items_per_page", "initial_value", "24"));
        return project;
    }

    private static void feature(DemoClient admin, int project, Map<String, Object> feature) {
        admin.post("projects/" + project + "/features/", feature);
    }

    private static int flagToToggle(DemoClient admin, String key) {
        return id(admin.get("environments/" + key + "/featurestates/")
                .get("results")
                .get(0));
    }

    private static List<String> lines(URI server, String token, int project, String key, int state) {
        return """

                Login             %s / %s
                API token         %s
                Environment key   %s

                Read the flags, switch one on, read who did it:
                  curl -H 'X-Environment-Key: %s' %s/api/v1/flags/
                  curl -X PATCH -H 'Authorization: Token %s' -H 'Content-Type: application/json' \\
                       -d '{"enabled": true}' %s/api/v1/environments/%s/featurestates/%d/
                  curl -H 'Authorization: Token %s' %s/api/v1/projects/%d/audit/
                """.formatted(
                EMAIL, PASSWORD, token, key, key, server, token, server, key, state, token, server, project).lines().toList();
    }

    private static int id(JsonNode node) {
        return Objects.requireNonNull(node.get("id")).asInt();
    }
}
