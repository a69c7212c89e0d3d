package dev.flagledger.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The options of a feature, and the deprecated routes of the SDKs. */
class SdkPathsIT {

    private static final TestServer SERVER = TestServer.shared();
    private Shop shop;
    private Api application;
    private int shade;

    @BeforeEach
    void open() {
        shop = Shop.in(SERVER);
        application = shop.application();
        shade = shop.feature(Map.of("name", "Shade", "initial_value", "grey"));
        option("red");
        option("green");
    }

    private void option(String value) {
        shop.ana()
                .post(
                        shop.features() + shade + "/mv-options/",
                        Map.of("feature", shade, "string_value", value, "default_percentage_allocation", 50))
                .ok();
    }

    @Test
    void theOptionsOfAFeatureAreListed() {
        var path = "flags/" + shade + "/multivariate-options";
        assertThat(application.get(path + "/").text())
                .isEqualTo("{\"control_value\":\"grey\",\"options\":[{\"value\":\"red\"},{\"value\":\"green\"}]}");
        assertThat(application.get(path).status()).isEqualTo(200);
        assertThat(Shop.in(SERVER).application().get(path).status()).isEqualTo(404);
        assertThat(SERVER.api().get(path).status()).isEqualTo(403);
        shop.ana()
                .patch(shop.features() + shade + "/", Map.of("is_archived", true))
                .ok();
        assertThat(application.get(path).ok().get("control_value").isNull()).isTrue();
        shop.ana()
                .patch(shop.features() + shade + "/", Map.of("is_server_key_only", true))
                .ok();
        assertThat(application.get(path).status())
                .as("with a key that is public")
                .isEqualTo(404);
    }

    @Test
    void deprecatedRoutesReturnTheControlValue() {
        var flags = application.get("flags/bob@example.com").ok();
        assertThat(flags).hasSize(1);
        assertThat(flags.get(0).get("feature_state_value").asString()).isEqualTo("grey");
        assertThat(flags.get(0).has("variant")).isFalse();
        assertThat(application
                        .get("flags/bob?feature=sHADE")
                        .ok()
                        .get("feature")
                        .get("name")
                        .asString())
                .isEqualTo("Shade");
        assertThat(application.get("flags/bob?feature=nope").status()).isEqualTo(404);

        int pros = shop.segment("pros", "plan", "pro");
        var told = application
                .post("identities/bob/traits/plan", Map.of("trait_value", "pro"))
                .ok();
        assertThat(told.get("trait_key").asString()).isEqualTo("plan");
        assertThat(told.get("transient").asBoolean()).isFalse();
        var missing = application.post("identities/bob/traits/plan", Map.of());
        assertThat(missing.status()).isEqualTo(400);
        assertThat(missing.text()).isEqualTo("{\"detail\":\"Trait value not provided\"}");

        var whole = application.get("identities/bob/").ok();
        assertThat(whole.propertyNames()).containsExactly("flags", "traits", "segments");
        assertThat(whole.get("flags")).isEqualTo(application.get("flags/bob").ok());
        assertThat(whole.get("traits").get(0)).isEqualTo(told);
        assertThat(whole.get("segments").toString())
                .isEqualTo("[{\"id\":%d,\"name\":\"pros\",\"description\":null}]".formatted(pros));
    }

    @Test
    void deprecatedRoutesIncludeTheIdentityOfAnOverride() {
        application.post("identities/", Map.of("identifier", "bob")).ok();
        var identities = "environments/" + shop.key() + "/identities/";
        int bob =
                shop.ana().get(identities).ok().get("results").get(0).get("id").asInt();
        shop.ana()
                .post(identities + bob + "/featurestates/", Map.of("feature", shade, "enabled", true))
                .ok();

        for (var flag : List.of(
                application.get("flags/bob").ok().get(0),
                application.get("flags/bob?feature=shade").ok(),
                application.get("identities/bob/").ok().get("flags").get(0))) {
            assertThat(flag.get("enabled").asBoolean()).isTrue();
            assertThat(flag.get("identity").asInt()).isEqualTo(bob);
        }
    }

    @Test
    void otherPathsAreNotFound() {
        for (var path : new String[] {"flags/a/b/c", "identities/bob", "flags/%2B"}) {
            assertThat(application.get(path).status()).as(path).isEqualTo(404);
        }
        assertThat(application.delete("identities/bob/").status()).isEqualTo(405);
    }
}
