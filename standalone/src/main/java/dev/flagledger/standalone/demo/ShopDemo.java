package dev.flagledger.standalone.demo;

import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The demo project: a shop with two environments and three features, one of them enabled. */
@Component
public final class ShopDemo {

    private static final String EMAIL = "demo@flagledger.dev";
    private static final String PASSWORD = "what-was-on-at-14-03";

    private final JsonMapper json;

    ShopDemo(JsonMapper json) {
        this.json = json;
    }

    /**
     * Creates the parts of the demo that do not exist yet, through the server's API.
     *
     * @param server the URL of the node, without a path
     * @return lines to print: the login, the environment key, requests to try
     * @throws IllegalStateException if the server rejects a request, such as because its role does not serve it
     */
    public List<String> create(URI server) {
        var client = new DemoClient(server, json);
        var token = client.logIn(EMAIL, PASSWORD).orElseGet(() -> client.register(EMAIL, PASSWORD));
        var admin = client.as(token);
        int organisation = id(admin.findOrCreate("organisations/", "", Map.of("name", "Demo")));
        var shop = Map.of("name", "Shop", "organisation", organisation);
        int project = id(admin.findOrCreate("projects/", "?organisation=" + organisation, shop));
        var key = environment(admin, project, "Development").get("api_key").asString();
        environment(admin, project, "Production");
        int toToggle = feature(admin, project, "new_checkout", Map.of());
        feature(admin, project, "banner_text", Map.of("initial_value", "Welcome!", "default_enabled", true));
        feature(admin, project, "items_per_page", Map.of("initial_value", "24"));
        return lines(server, token, project, key, state(admin, key, toToggle));
    }

    private static JsonNode environment(DemoClient admin, int project, String name) {
        return admin.findOrCreate("environments/", "?project=" + project, Map.of("name", name, "project", project));
    }

    private static int feature(DemoClient admin, int project, String name, Map<String, ?> settings) {
        var feature = new HashMap<String, Object>(settings);
        feature.put("name", name);
        return id(admin.findOrCreate("projects/" + project + "/features/", "?search=" + name, feature));
    }

    private static int state(DemoClient admin, String key, int feature) {
        return id(admin.get("environments/" + key + "/featurestates/?feature=" + feature)
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
