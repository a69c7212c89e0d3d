package dev.flagledger.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The flags as applications read them. */
class FlagsIT {

    private static final TestServer SERVER = TestServer.shared();

    @Test
    void valuesKeepTheirTypes() {
        var shop = Shop.in(SERVER);
        var initial = new HashMap<String, Object>();
        initial.put("text", "blue");
        initial.put("number", "12");
        initial.put("truth", "true");
        initial.put("nothing", null);
        initial.forEach((name, value) -> {
            var feature = new HashMap<String, Object>(Map.of("name", name));
            feature.put("initial_value", value);
            shop.feature(feature);
        });

        var values = new HashMap<String, Object>();
        shop.application()
                .get("flags/")
                .ok()
                .forEach(flag -> values.put(
                        flag.get("feature").get("name").asString(),
                        flag.get("feature_state_value").getNodeType().name()));

        assertThat(values)
                .isEqualTo(Map.of("text", "STRING", "number", "NUMBER", "truth", "BOOLEAN", "nothing", "NULL"));
    }

    @Test
    void flagAndFeatureHaveSevenPropertiesEach() {
        var shop = Shop.in(SERVER);
        shop.feature(Map.of("name", "checkout"));

        var flag = shop.application().get("flags/").ok().get(0);

        assertThat(flag.propertyNames())
                .containsExactly(
                        "id",
                        "feature",
                        "feature_state_value",
                        "environment",
                        "identity",
                        "feature_segment",
                        "enabled");
        assertThat(flag.get("feature").propertyNames())
                .containsExactly(
                        "id", "name", "created_date", "description", "initial_value", "default_enabled", "type");
    }

    @Test
    void hiddenSensitiveDataIsNull() {
        var shop = Shop.in(SERVER);
        shop.feature(Map.of("name", "checkout", "description", "secret plan", "initial_value", "blue"));

        shop.ana()
                .patch("environments/" + shop.key() + "/", Map.of("hide_sensitive_data", true))
                .ok();

        var flag = shop.application().get("flags/").ok().get(0);
        var single = shop.application().get("flags/?feature=checkout").ok();
        assertThat(single).isEqualTo(flag);
        assertThat(flag.get("feature_state_value").asString()).isEqualTo("blue");
        for (var name : new String[] {"id", "environment", "identity", "feature_segment"}) {
            assertThat(flag.get(name).isNull()).as(name).isTrue();
        }
        for (var name : new String[] {"created_date", "description", "initial_value", "default_enabled"}) {
            assertThat(flag.get("feature").get(name).isNull()).as(name).isTrue();
        }
        assertThat(flag.get("feature").get("name").asString()).isEqualTo("checkout");
    }

    @Test
    void aFlagIsFoundByNameIgnoringCase() {
        var shop = Shop.in(SERVER);
        shop.feature(Map.of("name", "checkout_v2"));

        assertThat(shop.application()
                        .get("flags/?feature=CHECKOUT_V2")
                        .ok()
                        .get("feature")
                        .get("name")
                        .asString())
                .isEqualTo("checkout_v2");
        var missing = shop.application().get("flags/?feature=nope");
        assertThat(missing.status()).isEqualTo(404);
        assertThat(missing.text()).isEqualTo("{\"detail\":\"Given feature not found\"}");
    }

    @Test
    void disabledFlagsAreHiddenBySettings() {
        var shop = Shop.in(SERVER);
        shop.feature(Map.of("name", "off"));
        shop.feature(Map.of("name", "on", "default_enabled", true));

        shop.ana()
                .patch("projects/" + shop.project() + "/", Map.of("hide_disabled_flags", true))
                .ok();
        assertThat(shop.application().get("flags/").ok()).hasSize(1);

        shop.ana()
                .patch("environments/" + shop.key() + "/", Map.of("hide_disabled_flags", false))
                .ok();
        assertThat(shop.application().get("flags/").ok()).hasSize(2);
    }

    @Test
    void aServerKeyOnlyFeatureIsHiddenFromClients() {
        var shop = Shop.in(SERVER);
        shop.feature(Map.of("name", "internal", "is_server_key_only", true));

        assertThat(shop.application().get("flags/").ok()).isEmpty();
        assertThat(shop.application().get("flags/?feature=internal").status()).isEqualTo(404);
    }

    @Test
    void missingAndUnknownKeysAreForbidden() {
        var missing = SERVER.api().get("flags/");
        var unknown = SERVER.api().with("X-Environment-Key", "nope").get("flags/");

        assertThat(missing.status()).isEqualTo(403);
        assertThat(missing.text()).isEqualTo("{\"detail\":\"Invalid or missing Environment key\"}");
        assertThat(unknown.status()).isEqualTo(403);
        assertThat(unknown.text()).isEqualTo("{\"detail\":\"Invalid or missing Environment Key\"}");
    }

    @Test
    void theTrailingSlashIsOptionalAndOnlyGetIsAllowed() {
        var shop = Shop.in(SERVER);

        assertThat(shop.application().get("flags").ok()).isEmpty();
        var posted = shop.application().post("flags/", Map.of());
        assertThat(posted.status()).isEqualTo(405);
        assertThat(posted.text()).isEqualTo("{\"detail\":\"Method \\\"POST\\\" not allowed.\"}");
    }

    @Test
    void optionsListsTheAllowedMethods() {
        var asked = Shop.in(SERVER).application().send("OPTIONS", "flags/", "");
        var unknown = SERVER.api().with("X-Environment-Key", "nope").send("OPTIONS", "flags/", "");

        assertThat(asked.status()).isEqualTo(200);
        assertThat(asked.text()).isEmpty();
        assertThat(asked.http().headers().allValues("Allow")).containsExactly("GET, HEAD, OPTIONS");
        assertThat(asked.http().headers().allValues("Vary")).containsExactly("Accept, Origin, X-Environment-Key");
        assertThat(unknown.status()).isEqualTo(403);
    }

    @Test
    void everyOriginIsAllowedAlsoForErrors() {
        var refused = SERVER.api().with("Origin", "https://app.example.test").get("flags/");

        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.http().headers().firstValue("Access-Control-Allow-Origin"))
                .hasValue("*");
    }

    @Test
    void aNewKeyReplacesTheOldOneImmediately() {
        var shop = Shop.in(SERVER);

        shop.ana()
                .patch("environments/" + shop.key() + "/", Map.of("api_key", "key-" + shop.key()))
                .ok();

        assertThat(shop.application().get("flags/").status()).isEqualTo(403);
        assertThat(SERVER.api()
                        .with("X-Environment-Key", "key-" + shop.key())
                        .get("flags/")
                        .status())
                .isEqualTo(200);
    }
}
