package dev.flagledger.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** The environment document, with which an SDK evaluates flags locally. */
class EnvironmentDocumentIT {

    private static final String DOCUMENT = "environment-document/";
    private static final TestServer SERVER = TestServer.shared();
    private Shop shop;
    private Api backend;

    @BeforeEach
    void open() {
        shop = Shop.in(SERVER);
        backend = shop.backend();
    }

    /** Compares the whole document. */
    @Test
    void theDocumentIsComplete() {
        int basket = shop.feature(Map.of("name", "basket", "is_server_key_only", true, "default_enabled", true));
        int shade = shop.feature(Map.of("name", "shade", "initial_value", "grey"));
        var option = shop.ana()
                .post(
                        shop.features() + shade + "/mv-options/",
                        Map.of(
                                "feature",
                                shade,
                                "string_value",
                                "red",
                                "default_percentage_allocation",
                                30,
                                "key",
                                "r"))
                .ok();
        int pros = shop.segment("pros", "plan", "pro");
        var segments = Segments.of(SERVER, shop);
        segments.named("elsewhere", basket);
        segments.override(shade, pros, "green");
        int bob = shop.ana()
                .post("environments/" + shop.key() + "/identities/", Map.of("identifier", "bob"))
                .ok()
                .get("id")
                .asInt();
        var own = shop.ana()
                .post(
                        "environments/" + shop.key() + "/identities/" + bob + "/featurestates/",
                        Map.of(
                                "feature",
                                shade,
                                "enabled",
                                true,
                                "feature_state_value",
                                "gold",
                                "multivariate_feature_state_values",
                                List.of(Map.of(
                                        "multivariate_feature_option",
                                        option.get("id").asInt(),
                                        "percentage_allocation",
                                        100))))
                .ok();

        var document = backend.get(DOCUMENT);

        assertThat(plain(document.ok())).isEqualTo("""
                {"id":ENV,"api_key":"KEY","project":{"id":PROJECT,"name":"Shop","organisation":{"id":ORG,"name":"Acme",\
                "feature_analytics":false,"stop_serving_flags":false,"persist_trait_data":true},"hide_disabled_flags":false,\
                "segments":[{"id":PROS,"name":"pros","rules":[{"type":"ALL","rules":[{"type":"ANY","rules":[],\
                "conditions":[{"operator":"EQUAL","value":"pro","property_":"plan"}]}],"conditions":[]}],\
                "feature_states":[{"feature":{"id":SHADE,"name":"shade","type":"MULTIVARIATE"},"enabled":true,"django_id":N,\
                "feature_segment":{"priority":0},"featurestate_uuid":"UUID","feature_state_value":"green",\
                "multivariate_feature_state_values":[]}]}],"enable_realtime_updates":false,\
                "server_key_only_feature_ids":[BASKET]},\
                "feature_states":[{"feature":{"id":BASKET,"name":"basket","type":"STANDARD"},"enabled":true,"django_id":N,\
                "feature_segment":null,"featurestate_uuid":"UUID","feature_state_value":null,\
                "multivariate_feature_state_values":[]},\
                {"feature":{"id":SHADE,"name":"shade","type":"MULTIVARIATE"},"enabled":false,"django_id":N,\
                "feature_segment":null,"featurestate_uuid":"UUID","feature_state_value":"grey",\
                "multivariate_feature_state_values":[{"multivariate_feature_option":{"value":"red","id":OPTION,"key":"r"},\
                "percentage_allocation":30.0,"id":N,"mv_fs_value_uuid":"UUID"}]}],\
                "identity_overrides":[{"identifier":"bob","environment_api_key":"KEY","created_date":"AT",\
                "identity_features":[{"feature":{"id":SHADE,"name":"shade","type":"MULTIVARIATE"},"enabled":true,\
                "django_id":N,"feature_segment":null,"featurestate_uuid":"UUID","feature_state_value":"red",\
                "multivariate_feature_state_values":[{"multivariate_feature_option":{"value":"red","id":OPTION,"key":"r"},\
                "percentage_allocation":100.0,"id":N,"mv_fs_value_uuid":"UUID"}]}],"identity_traits":[],\
                "identity_uuid":"UUID","django_id":N,"dashboard_alias":null,"composite_key":"KEY_bob"}],\
                "name":"Staging","allow_client_traits":true,"updated_at":"AT","hide_sensitive_data":false,\
                "hide_disabled_flags":null,"use_identity_composite_key_for_hashing":true,\
                "use_identity_overrides_in_local_eval":true}""".replace("ENV", Integer.toString(shop.environment()))
                .replace("KEY", shop.key())
                .replace("PROJECT", Integer.toString(shop.project()))
                .replace("ORG", Integer.toString(shop.organisation()))
                .replace("PROS", Integer.toString(pros))
                .replace("SHADE", Integer.toString(shade))
                .replace("BASKET", Integer.toString(basket))
                .replace("OPTION", option.get("id").toString()));
        var states = document.json().get("feature_states");
        assertThat(states.get(1).get("django_id").asInt()).isEqualTo(shop.state(shade));
        var overridden = document.json().get("identity_overrides").get(0);
        assertThat(overridden.get("django_id").asInt()).isEqualTo(bob);
        assertThat(overridden.get("identity_features").get(0).get("django_id")).isEqualTo(own.get("id"));
        assertThat(shop.ana().get("environments/" + shop.key() + "/document/").text())
                .isEqualTo(document.text());
        assertThat(SERVER.api()
                        .newUser()
                        .get("environments/" + shop.key() + "/document/")
                        .status())
                .isEqualTo(403);

        shop.ana()
                .patch("environments/" + shop.key() + "/", Map.of("use_identity_overrides_in_local_eval", false))
                .ok();
        assertThat(backend.get(DOCUMENT).ok().get("identity_overrides").toString())
                .isEqualTo("[]");
    }

    @Test
    void theDocumentRequiresAServerKey() {
        var refused = "{\"detail\":\"Invalid or missing Environment key\"}";
        assertThat(shop.application().get(DOCUMENT).status()).isEqualTo(403);
        assertThat(shop.application().get(DOCUMENT).text()).isEqualTo(refused);
        assertThat(SERVER.api().get(DOCUMENT).text()).isEqualTo(refused);
        for (var unknown : List.of("ser.nobodys", "nobodys")) {
            var answer = SERVER.api().with("X-Environment-Key", unknown).get(DOCUMENT);
            assertThat(answer.status()).isEqualTo(403);
            assertThat(answer.text()).isEqualTo(refused);
        }
        assertThat(backend.post(DOCUMENT, Map.of()).status()).isEqualTo(405);
        assertThat(backend.get("environment-document").status()).isEqualTo(200);
    }

    /** The document without generated values. */
    private static String plain(JsonNode document) {
        return document.toString()
                .replaceAll("\"[0-9a-f]{8}-[0-9a-f-]{27}\"", "\"UUID\"")
                .replaceAll("\"django_id\":[0-9]+", "\"django_id\":N")
                .replaceAll(
                        "\"percentage_allocation\":([0-9.]+),\"id\":[0-9]+", "\"percentage_allocation\":$1,\"id\":N")
                .replaceAll("\"[0-9-]{10}T[0-9:.]+\\+00:00\"", "\"AT\"");
    }
}
