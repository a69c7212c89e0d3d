package dev.flagledger.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

/** The OpenFeature remote evaluation protocol. */
class OfrepIT {

    private static final String ALL = "/ofrep/v1/evaluate/flags";

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private static final TestServer SERVER = TestServer.shared();
    private Shop shop;
    private Api application;

    @BeforeEach
    void open() {
        shop = Shop.in(SERVER);
        application = SERVER.api().with("X-API-Key", shop.key());
        shop.feature(Map.of("name", "banner", "default_enabled", true));
        shop.feature(Map.of("name", "colour", "default_enabled", true, "initial_value", "blue"));
        shop.feature(Map.of("name", "size", "initial_value", "12"));
    }

    @Test
    void unchangedFlagsAreNotModified() {
        var ana = Map.of("context", Map.of("targetingKey", "ana", "plan", "pro"));
        var all = application.post(ALL, ana);
        assertThat(all.text())
                .isEqualTo(
                        "{\"flags\":["
                                + "{\"key\":\"banner\",\"value\":true,\"reason\":\"DEFAULT\",\"variant\":\"on\",\"metadata\":{\"enabled\":true}},"
                                + "{\"key\":\"colour\",\"value\":\"blue\",\"reason\":\"DEFAULT\",\"variant\":\"on\",\"metadata\":{\"enabled\":true}},"
                                + "{\"key\":\"size\",\"reason\":\"DISABLED\",\"variant\":\"off\",\"metadata\":{\"enabled\":false}}]}");
        var tag = all.http().headers().firstValue("ETag").orElseThrow();

        assertThat(application.with("If-None-Match", tag).post(ALL, ana).status())
                .isEqualTo(304);
        shop.feature(Map.of("name", "later"));
        assertThat(application.with("If-None-Match", tag).post(ALL, ana).status())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"W/TAG", "\"other\", TAG", "\"a,b\", W/TAG", "*"})
    void everyFormOfIfNoneMatchIsAccepted(String condition) {
        var tag = application
                .post(ALL, Map.of())
                .http()
                .headers()
                .firstValue("ETag")
                .orElseThrow();

        var answer =
                application.with("If-None-Match", condition.replace("TAG", tag)).post(ALL, Map.of());

        assertThat(answer.status()).isEqualTo(304);
        assertThat(answer.http().headers().firstValue("ETag")).hasValue(tag);
    }

    @Test
    void theContextMatchesSegmentsAndIsNotStored() {
        int tone = shop.feature(Map.of("name", "tone", "default_enabled", true, "initial_value", "soft"));
        int pros = shop.ana()
                .send("POST", "projects/" + shop.project() + "/segments/", shop.filled("""
                        {"name":"pros","project":PROJECT,"rules":[{"type":"ALL","conditions":[],"rules":[{"type":"ANY","rules":[],
                         "conditions":[{"property":"plan","operator":"EQUAL","value":"pro"}]}]}]}""", tone))
                .ok()
                .get("id")
                .asInt();
        Segments.of(SERVER, shop).override(tone, pros, "loud");

        var pro = application.post(ALL + "/tone", Map.of("context", Map.of("targetingKey", "ana", "plan", "pro")));
        assertThat(pro.text())
                .isEqualTo(
                        "{\"key\":\"tone\",\"value\":\"loud\",\"reason\":\"TARGETING_MATCH\",\"variant\":\"on\",\"metadata\":{\"enabled\":true}}");
        assertThat(application
                        .post(ALL + "/tone", Map.of("context", Map.of("targetingKey", "bob")))
                        .ok()
                        .get("value")
                        .asString())
                .isEqualTo("soft");
        assertThat(shop.ana()
                        .get("environments/" + shop.key() + "/identities/")
                        .ok()
                        .get("results"))
                .isEmpty();
    }

    @Test
    void variantsEqualThoseOfFlagsmithsRoutes() {
        shop.feature(Map.of(
                "name",
                "tone",
                "default_enabled",
                true,
                "initial_value",
                "soft",
                "multivariate_options",
                List.of(Map.of("string_value", "loud", "default_percentage_allocation", 50))));
        for (var who : List.of("ana", "bob", "eve", "mallory")) {
            var own = shop.application()
                    .get("identities/?transient=true&feature=tone&identifier=" + who)
                    .ok();
            var flag = application
                    .post(ALL + "/tone", Map.of("context", Map.of("targetingKey", who)))
                    .ok();
            assertThat(flag.get("value")).isEqualTo(own.get("feature_state_value"));
            assertThat(flag.get("reason").asString())
                    .isEqualTo(own.get("feature_state_value").asString().equals("loud") ? "SPLIT" : "DEFAULT");
        }
    }

    /** Some clients read the variant of every flag. */
    @Test
    void everyFlagHasAVariant() {
        var options = List.of(
                Map.of("string_value", "loud", "default_percentage_allocation", 100),
                Map.of("string_value", "shrill", "default_percentage_allocation", 0, "key", "sharp"));
        int tone = shop.feature(Map.of("name", "tone", "default_enabled", true, "multivariate_options", options));
        shop.feature(Map.of(
                "name",
                "mood",
                "multivariate_options",
                List.of(Map.of("string_value", "dark", "default_percentage_allocation", 0))));
        int loud = shop.ana()
                .get(shop.features() + tone + "/")
                .ok()
                .get("multivariate_options")
                .get(0)
                .get("id")
                .asInt();

        assertThat(variants())
                .isEqualTo(Map.of(
                        "banner", "on", "colour", "on", "size", "off", "tone", "option-" + loud, "mood", "control"));
    }

    private Map<String, String> variants() {
        return application
                .post(ALL, Map.of())
                .ok()
                .get("flags")
                .valueStream()
                .collect(Collectors.toMap(
                        flag -> flag.get("key").asString(),
                        flag -> flag.get("variant").asString()));
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            a/b,   a%2Fb
            a/b,   a%2fb/
            a/b,   a/b
            a\\b,   a%5Cb
            a%2Fb, a%252Fb
            a b/,  a%20b%2F
            /,     %2F
            a;b/c, a%3Bb%2Fc;v=1
            é/../b,   %C3%A9%2F..%2Fb
            """)
    void aNameMayNeedEscapingInAPath(String name, String path) {
        shop.feature(Map.of("name", name, "default_enabled", true));

        var answer = application.post(ALL + "/" + path, Map.of());

        assertThat(answer.ok().get("key").asString()).isEqualTo(name);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            /nothing | {}                                | 404 | {"key":"nothing","errorCode":"FLAG_NOT_FOUND","errorDetails":"There is no such flag."}
            ``       | {                                 | 400 | {"errorCode":"PARSE_ERROR","errorDetails":"The request cannot be read."}
            ``       | {"context":3}                     | 400 | {"errorCode":"INVALID_CONTEXT","errorDetails":"The context is no object."}
            ``       | {"context":{"targetingKey":true}} | 400 | {"errorCode":"INVALID_CONTEXT","errorDetails":"The targeting key is no text of up to 2000 characters."}
            """)
    void invalidRequestsAreRejectedWithTheProtocolsErrors(String path, String body, int status, String refusal) {
        var answer = application.send("POST", ALL + path, body);

        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.json()).isEqualTo(JSON.readTree(refusal));
    }

    @Test
    void aKeyIsRequiredInEitherHeader() {
        assertThat(SERVER.api().post(ALL, Map.of()).status()).isEqualTo(401);
        assertThat(SERVER.api().with("X-API-Key", "nobodys").post(ALL, Map.of()).status())
                .isEqualTo(401);
        for (var scheme : List.of("Bearer ", "bearer ", "BEARER  ")) {
            assertThat(SERVER.api()
                            .with("Authorization", scheme + shop.key())
                            .post(ALL, Map.of())
                            .status())
                    .as(scheme)
                    .isEqualTo(200);
        }
        assertThat(application
                        .with("Authorization", "Basic YTpi")
                        .post(ALL, Map.of())
                        .status())
                .isEqualTo(200);
        assertThat(application.get(ALL).status()).isEqualTo(405);
    }
}
