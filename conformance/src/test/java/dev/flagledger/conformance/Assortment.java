package dev.flagledger.conformance;

import dev.flagledger.standalone.Segments;
import dev.flagledger.standalone.Shop;
import dev.flagledger.standalone.TestServer;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import tools.jackson.databind.JsonNode;

/**
 * A shop with a flag of every kind. {@code shade} has four variants, a quarter each; {@code banner} says something else
 * to pros, and to user-1 alone; {@code plain} has no value, {@code limit} a number, {@code dark} is off. Two names have what
 * means something in a path.
 */
record Assortment(Shop shop, int banner) {

    static Assortment in(TestServer server) {
        var shop = Shop.in(server);
        int shade = shop.feature(Map.of("name", "shade", "initial_value", "grey", "default_enabled", true));
        for (var option : List.of("red", "green", "blue")) {
            var quarter = Map.of("feature", shade, "string_value", option, "default_percentage_allocation", 25);
            shop.ana().post(shop.features() + shade + "/mv-options/", quarter).ok();
        }
        int banner = shop.feature(Map.of("name", "banner", "initial_value", "hello", "default_enabled", true));
        shop.feature(Map.of("name", "plain", "default_enabled", true));
        shop.feature(Map.of("name", "limit", "initial_value", "24", "default_enabled", true));
        shop.feature(Map.of("name", "dark", "initial_value", "x"));
        shop.feature(Map.of("name", "team/greeting", "initial_value", "hi", "default_enabled", true));
        shop.feature(Map.of("name", "team\\greeting", "initial_value", "ahoy", "default_enabled", true));
        Segments.of(server, shop).override(banner, shop.segment("pros", "plan", "pro"), "dear pro");
        var identities = "environments/" + shop.key() + "/identities/";
        var first = shop.ana().post(identities, Map.of("identifier", "user-1")).ok();
        var own = Map.of("feature", banner, "enabled", true, "feature_state_value", "dear first");
        shop.ana()
                .post(identities + first.get("id").asInt() + "/featurestates/", own)
                .ok();
        shop.ana()
                .patch("projects/" + shop.project() + "/", Map.of("enable_realtime_updates", true))
                .ok();
        return new Assortment(shop, banner);
    }

    /** A key with which a backend may evaluate by itself. */
    String serverKey() {
        return Objects.requireNonNull(shop.backend().headers().get("X-Environment-Key"));
    }

    /** How often applications have said that they looked at the banner, or 0. */
    int looksAtBanner() {
        var data = shop.ana()
                .get(shop.features() + banner + "/evaluation-data/?environment_id=" + shop.environment())
                .ok();
        return data.valueStream().mapToInt(day -> day.get("count").asInt()).sum();
    }

    /** What a client must say of everybody's banner: it was asked with the traits of {@link Person#all}. */
    static String bannerOf(Person person) {
        if (person.identifier().equals("user-1")) {
            return "dear first";
        }
        return person.traits().containsValue("pro") ? "dear pro" : "hello";
    }

    /** Everybody's variant as the server tells it, by identifier, without a client in between. */
    String shadeOf(Person person) {
        JsonNode told = shop.application()
                .get("identities/?identifier=" + person.identifier())
                .ok();
        return told.get("flags")
                .valueStream()
                .filter(flag -> flag.at("/feature/name").asString().equals("shade"))
                .findAny()
                .orElseThrow()
                .get("feature_state_value")
                .asString();
    }
}
