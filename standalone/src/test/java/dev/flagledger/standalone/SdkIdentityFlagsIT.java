package dev.flagledger.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The flags of an identity. */
class SdkIdentityFlagsIT {

    private static final TestServer SERVER = TestServer.shared();
    private Shop shop;
    private Api application;
    private Visits visits;

    @BeforeEach
    void open() {
        shop = Shop.in(SERVER);
        application = shop.application();
        visits = new Visits(shop);
    }

    @Test
    void aFlagIsSelectedByItsExactName() {
        shop.feature(Map.of("name", "basket", "initial_value", "7"));

        var whole = application.get(Visits.PATH + "?identifier=bob").ok();
        var one = application.get(Visits.PATH + "?identifier=bob&feature=basket");
        assertThat(one.ok()).isEqualTo(whole.get("flags").get(0));
        assertThat(one.http().headers().firstValue("X-Flagsmith-Document-Updated-At"))
                .isPresent();
        var missing = application.get(Visits.PATH + "?identifier=bob&feature=BASKET");
        assertThat(missing.status()).isEqualTo(404);
        assertThat(missing.text()).isEqualTo("{\"detail\":\"Given feature not found\"}");
        assertThat(whole.propertyNames()).containsExactly("identifier", "traits", "flags");
        assertThat(one.ok().propertyNames())
                .containsExactly(
                        "id",
                        "feature",
                        "feature_state_value",
                        "environment",
                        "identity",
                        "feature_segment",
                        "enabled",
                        "variant");
    }

    @Test
    void traitsOfClientsThatMayNotSetThemAreIgnored() {
        var backend = shop.backend();
        backend.send("POST", Visits.PATH, "{\"identifier\":\"bob\",\"traits\":" + Visits.json("plan=\"pro\"") + "}")
                .ok();
        visits.change("allow_client_traits", false);

        var body = "{\"identifier\":\"bob\",\"traits\":" + Visits.json("plan=\"free\" a=1 b=2*") + "}";
        assertThat(Visits.traits(visits.identify(body))).isEqualTo("plan=\"pro\"");
        assertThat(visits.identify("{\"traits\":" + Visits.json("a=1") + "}")
                        .get("identifier")
                        .asString())
                .hasSize(32);
        assertThat(Visits.traits(backend.send("POST", Visits.PATH, body).ok())).isEqualTo("plan=\"free\" a=1 b=2*");
    }

    @Test
    void hiddenSensitiveDataIsEvaluatedButNotReturned() {
        int feature = shop.feature(Map.of("name", "basket", "initial_value", "7", "description", "d"));
        Segments.of(SERVER, shop).override(feature, shop.segment("pros", "plan", "pro"), "green");
        visits.change("hide_sensitive_data", true);

        var answer = visits.identify("{\"identifier\":\"bob\",\"traits\":" + Visits.json("plan=\"pro\"") + "}");

        assertThat(answer.get("traits").toString()).isEqualTo("[]");
        assertThat(answer.get("flags").get(0).toString())
                .isEqualTo("{\"id\":null,\"feature\":{\"id\":%d,\"name\":\"basket\",\"created_date\":null,"
                                .formatted(feature)
                        + "\"description\":null,\"initial_value\":null,\"default_enabled\":null,\"type\":\"STANDARD\"},"
                        + "\"feature_state_value\":\"green\",\"environment\":null,\"identity\":null,"
                        + "\"feature_segment\":null,\"enabled\":true,\"variant\":null}");
        visits.change("hide_sensitive_data", false);
        assertThat(Visits.traits(
                        application.get(Visits.PATH + "?identifier=bob").ok()))
                .isEqualTo("plan=\"pro\"");
    }

    @Test
    void theStateOfHighestPriorityApplies() {
        int feature = shop.feature(Map.of("name", "basket", "initial_value", "blue"));
        var segments = Segments.of(SERVER, shop);
        segments.override(feature, shop.segment("pros", "plan", "pro"), "green");
        segments.override(feature, shop.segment("olds", "age", "31"), "grey");

        assertThat(Visits.value(visits.identify("{\"identifier\":\"bob\",\"traits\":" + Visits.json("age=31") + "}")))
                .isEqualTo("grey");
        var both = visits.identify("{\"identifier\":\"bob\",\"traits\":" + Visits.json("plan=\"pro\"") + "}");
        assertThat(Visits.value(both)).isEqualTo("green");
        assertThat(both.get("flags").get(0).get("feature_segment").isNull()).isTrue();
        int bob = visits.identityOf("bob");
        var own = shop.ana()
                .post(
                        "environments/" + shop.key() + "/identities/" + bob + "/featurestates/",
                        Map.of("feature", feature, "enabled", false, "feature_state_value", "gold"))
                .ok();
        var overridden = application.get(Visits.PATH + "?identifier=bob").ok();
        assertThat(Visits.value(overridden)).isEqualTo("gold");
        assertThat(overridden.get("flags").get(0).get("identity").asInt()).isEqualTo(bob);
        assertThat(overridden.get("flags").get(0).get("id")).isEqualTo(own.get("id"));
        assertThat(Visits.value(application
                        .get(Visits.PATH + "?identifier=bob&transient=true")
                        .ok()))
                .isEqualTo("blue");

        visits.change("hide_disabled_flags", true);
        assertThat(application.get(Visits.PATH + "?identifier=bob").ok().get("flags"))
                .isEmpty();
        assertThat(application.get(Visits.PATH + "?identifier=nina").ok().get("flags"))
                .isEmpty();
        assertThat(Visits.value(
                        visits.identify("{\"identifier\":\"nina\",\"traits\":" + Visits.json("plan=\"pro\"") + "}")))
                .isEqualTo("green");
    }

    @Test
    void serverKeysSeeMoreThanClientKeys() {
        shop.feature(Map.of("name", "secret", "is_server_key_only", true));

        assertThat(application.get(Visits.PATH + "?identifier=bob").ok().get("flags"))
                .isEmpty();
        assertThat(shop.backend().get(Visits.PATH + "?identifier=bob").ok().get("flags"))
                .hasSize(1);
    }

    @Test
    void theKeyIsCheckedBeforeTheBody() {
        var anonymous = SERVER.api();
        assertThat(anonymous.send("POST", Visits.PATH, "{").text())
                .isEqualTo("{\"detail\":\"Invalid or missing Environment key\"}");
        var wrong = anonymous.with("X-Environment-Key", "nope").send("PATCH", Visits.PATH, "{");
        assertThat(wrong.status()).isEqualTo(403);
        assertThat(wrong.text()).isEqualTo("{\"detail\":\"Invalid or missing Environment Key\"}");
        var method = application.put(Visits.PATH, Map.of());
        assertThat(method.status()).isEqualTo(405);
        assertThat(method.text()).isEqualTo("{\"detail\":\"Method \\\"PUT\\\" not allowed.\"}");
        assertThat(application
                        .with("Content-Type", "text/plain")
                        .send("POST", Visits.PATH, "{}")
                        .status())
                .isEqualTo(415);
        assertThat(application.send("POST", Visits.PATH, "{").text()).startsWith("{\"detail\":\"JSON parse error - ");
        assertThat(application.send("POST", "identities", "{}").status()).isEqualTo(200);
        assertThat(application.send("POST", Visits.PATH, "x".repeat(2_000_000)).status())
                .isEqualTo(413);
    }
}
