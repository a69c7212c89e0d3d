package dev.flagledger.conformance;

import dev.flagledger.standalone.TestServer;
import java.util.HashMap;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/** What a script is told of the server and the environment that it asks, in variables. */
final class Settings {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private Settings() {}

    /** The variables for an environment, and further ones, which may be others of the same name. */
    static Map<String, String> of(TestServer server, Assortment assortment, Map<String, String> further) {
        var shop = assortment.shop();
        var api = server.address().resolve("/api/v1/");
        var change = Map.of(
                "url",
                api.resolve(shop.stateOf(assortment.banner())),
                "token",
                shop.ana().headers().getOrDefault("Authorization", ""),
                "body",
                Map.of("enabled", true, "feature_state_value", "goodbye"));
        var settings = new HashMap<String, String>();
        settings.put("FLAGLEDGER_API", api.toString());
        settings.put("FLAGLEDGER_CLIENT_KEY", shop.key());
        settings.put("FLAGLEDGER_SERVER_KEY", assortment.serverKey());
        settings.put("FLAGLEDGER_PEOPLE", JSON.writeValueAsString(Person.all()));
        settings.put("FLAGLEDGER_CHANGE", JSON.writeValueAsString(change));
        settings.putAll(further);
        return settings;
    }
}
