package dev.flagledger.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** Who somebody is, and what is kept of them: section 4 of the contract for SDKs. */
class SdkIdentitiesIT {

    private static final String IDENTITIES = "identities/";
    private static TestServer server;
    private Shop shop;
    private Api application;

    @BeforeAll
    static void start() {
        server = TestServer.start();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @BeforeEach
    void open() {
        shop = Shop.in(server);
        application = shop.application();
    }

    /** 4.3: what is heard of somebody is what is said or kept; a star marks what counts for the one request only. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            A  |       |      | x=1 n=null            | x=1*               | -
            B  | nina  | true | x=1 n=null            | x=1*               | -
            C  | known | true | plan=null age=32 b=2 c=null | plan=null* age=32* b=2* | plan="pro" age=31
            D  | nina  |      | a=1 b=2* c=null d=null*     | a=1 b=2*           | a=1
            E  | known |      | plan=null age=32 b="x" t=5* c=null | age=32 b="x" t=5* | age=32 b="x"
            E0 | known |      |                       | plan="pro" age=31  | plan="pro" age=31
            E1 | known |      | plan=null* age=30*    | plan=null* age=30* | plan="pro" age=31
            E2 | known |      | plan=true age=31      | plan=true age=31   | plan=true age=31
            E3 | known |      | age=1 age=2           | plan="pro" age=2   | plan="pro" age=2
            """)
    void whatIsSaidCountsAndIsKeptAsTheTableSays(
            String row, String identifier, String passing, String said, String heard, String kept) {
        identify("{\"identifier\":\"known\",\"traits\":" + json("plan=\"pro\" age=31") + "}");

        var answer = identify("{\"identifier\":%s,\"transient\":%s,\"traits\":%s}"
                .formatted(identifier == null ? "null" : "\"" + identifier + "\"", passing, json(said)));

        assertThat(traits(answer)).isEqualTo(heard);
        var names = shop.ana()
                .get("environments/" + shop.key() + "/identities/")
                .ok()
                .get("results")
                .valueStream()
                .map(identity -> identity.get("identifier").asString());
        if (kept.equals("-")) {
            assertThat(names).containsExactly("known");
        } else {
            assertThat(names).contains(identifier);
            var again =
                    application.get(IDENTITIES + "?identifier=" + identifier).ok();
            assertThat(traits(again)).isEqualTo(kept);
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            "42"                | "42"
            "  x "              | "  x "
            ""                  | ""
            7                   | 7
            -2147483648         | -2147483648
            1.0                 | 1.0
            0.25                | 0.25
            true                | true
            ["a"]               | "['a']"
            ["a",{"b":null}]    | "['a', {'b': None}]"
            {}                  | "{}"
            """)
    void aTraitIsHeardAsItWasSaid(String said, String heard) {
        var body = "{\"identifier\":\"bob\",\"traits\":[{\"trait_key\":\" k \",\"trait_value\":%s}]}".formatted(said);

        assertThat(identify(body).get("traits").get(0).get("trait_value").toString())
                .isEqualTo(heard);
        var kept = application
                .get(IDENTITIES + "?identifier=bob")
                .ok()
                .get("traits")
                .get(0);
        assertThat(kept.get("trait_value").toString()).isEqualTo(heard);
        assertThat(kept.get("trait_key").asString()).isEqualTo("k");
        assertThat(kept.get("id").asInt()).isPositive();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            []                                      | {"non_field_errors":["Invalid data. Expected a dictionary, but got list."]}
            {"identifier":true}                     | {"identifier":["Not a valid string."]}
            {"identifier":"LONG2001"}               | {"identifier":["Ensure this field has no more than 2000 characters."]}
            {"identifier":"a\u0000"}                | {"identifier":["Null characters are not allowed."]}
            {"transient":"maybe"}                   | {"transient":["Must be a valid boolean."]}
            {"traits":{}}                           | {"traits":["Expected a list of items but got type \"dict\"."]}
            {"traits":[{"trait_key":"a"},{"trait_value":1}]} | {"traits":[{},{"trait_key":["This field is required."]}]}
            {"traits":[7]}                          | {"traits":[{"non_field_errors":["Invalid data. Expected a dictionary, but got int."]}]}
            {"traits":[{"trait_key":" ","trait_value":1}]} | {"traits":[{"trait_key":["This field may not be blank."]}]}
            {"traits":[{"trait_key":"LONG201","trait_value":1}]} | {"traits":[{"trait_key":["Ensure this field has no more than 200 characters."]}]}
            {"traits":[{"trait_key":"a","trait_value":"LONG2001"}]} | {"traits":[{"trait_value":["Value string is too long. Must be less than 2000 character"]}]}
            {"traits":[{"trait_key":"a","trait_value":2147483648}]} | {"traits":[{"trait_value":["Ensure this value is less than or equal to 2147483647."]}]}
            {"traits":[{"trait_key":"a","trait_value":1e999}]} | {"traits":[{"trait_value":["A valid number is required."]}]}
            {"traits":[{"trait_key":"a","trait_value":"\ud800"}]} | {"traits":[{"trait_value":["Not a valid string."]}]}
            """)
    void whatCannotBeUnderstoodIsRefused(String body, String problem) {
        var sent = body.replace("LONG2001", "x".repeat(2001)).replace("LONG201", "x".repeat(201));

        var answer = application.send("POST", IDENTITIES, sent);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.text()).isEqualTo(problem);
    }

    @Test
    void textsOfTheGreatestLengthAreKept() {
        var long2000 = "é".repeat(2000);
        var body = Map.of(
                "identifier",
                long2000,
                "traits",
                List.of(Map.of("trait_key", "k".repeat(200), "trait_value", long2000)));

        assertThat(application.post(IDENTITIES, body).ok().get("identifier").asString())
                .isEqualTo(long2000);
        assertThat(application
                        .post(IDENTITIES, body)
                        .ok()
                        .get("traits")
                        .get(0)
                        .get("trait_value")
                        .asString())
                .isEqualTo(long2000);
    }

    /** D2: the official SDKs send null, or nothing, where the reference server wants a value. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"identifier\":\"bob\",\"transient\":null,\"traits\":null}",
                "{\"identifier\":\"bob\",\"traits\":[{\"trait_key\":\"gone\"}],\"unknown\":1}"
            })
    void whatSdksLeaveOutIsNothing(String body) {
        assertThat(identify(body).get("traits")).isEmpty();
    }

    @Test
    void somebodyWithoutANameGetsOne() {
        var first = identify("{}");
        var second = identify("{\"identifier\":\"\"}");
        assertThat(first.get("identifier").asString()).matches("[0-9a-f]{32}");
        assertThat(second.get("identifier")).isNotEqualTo(first.get("identifier"));

        var named = identify("{\"traits\":" + json("b=1 a=\"x\"") + "}");
        assertThat(named.get("identifier").asString())
                .isEqualTo("c5112dc768832e957a47175af5e72630a837157179745ab0c81744c836ae84b6");
        assertThat(identities()).isZero();
    }

    @Test
    void aReadMakesSomebodyKnownButNotInPassing() {
        assertThat(application
                        .get(IDENTITIES + "?identifier=%20bob")
                        .ok()
                        .get("identifier")
                        .asString())
                .isEqualTo(" bob");
        assertThat(identities()).isOne();
        application.get(IDENTITIES + "?identifier=nina&transient=true").ok();
        assertThat(identities()).isOne();
        application.get(IDENTITIES + "?identifier=nina&transient=false").ok();
        assertThat(identities()).isEqualTo(2);
        identify("{\"identifier\":\"nina\",\"traits\":" + json("a=1") + "}");
        assertThat(application
                        .get(IDENTITIES + "?identifier=nina&transient=true")
                        .ok()
                        .get("traits"))
                .isEmpty();

        for (var missing : List.of(IDENTITIES, IDENTITIES + "?identifier=", "identities?identifier=")) {
            var answer = application.get(missing);
            assertThat(answer.status()).isEqualTo(200);
            assertThat(answer.text()).isEqualTo("{\"detail\":\"Missing identifier\"}");
        }
        assertThat(application
                        .get(IDENTITIES + "?identifier=" + "x".repeat(2001))
                        .status())
                .isEqualTo(400);
        assertThat(application.get(IDENTITIES + "?identifier=a%00b").status()).isEqualTo(400);
    }

    @Test
    void oneFlagIsAskedForByItsExactName() {
        shop.feature(Map.of("name", "basket", "initial_value", "7"));

        var whole = application.get(IDENTITIES + "?identifier=bob").ok();
        var one = application.get(IDENTITIES + "?identifier=bob&feature=basket");
        assertThat(one.ok()).isEqualTo(whole.get("flags").get(0));
        assertThat(one.http().headers().firstValue("X-Flagsmith-Document-Updated-At"))
                .isPresent();
        var missing = application.get(IDENTITIES + "?identifier=bob&feature=BASKET");
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
    void whoeverMayNotSetTraitsIsTakenToHaveSaidNone() {
        var backend = shop.backend();
        backend.send("POST", IDENTITIES, "{\"identifier\":\"bob\",\"traits\":" + json("plan=\"pro\"") + "}")
                .ok();
        change("allow_client_traits", false);

        var body = "{\"identifier\":\"bob\",\"traits\":" + json("plan=\"free\" a=1 b=2*") + "}";
        assertThat(traits(identify(body))).isEqualTo("plan=\"pro\"");
        assertThat(identify("{\"traits\":" + json("a=1") + "}")
                        .get("identifier")
                        .asString())
                .hasSize(32);
        assertThat(traits(backend.send("POST", IDENTITIES, body).ok())).isEqualTo("plan=\"free\" a=1 b=2*");
    }

    /** 3.6 */
    @Test
    void whatIsSensitiveIsEvaluatedButNotTold() {
        int feature = shop.feature(Map.of("name", "basket", "initial_value", "7", "description", "d"));
        Segments.of(server, shop).override(feature, shop.segment("pros", "plan", "pro"), "green");
        change("hide_sensitive_data", true);

        var answer = identify("{\"identifier\":\"bob\",\"traits\":" + json("plan=\"pro\"") + "}");

        assertThat(answer.get("traits").toString()).isEqualTo("[]");
        assertThat(answer.get("flags").get(0).toString())
                .isEqualTo("{\"id\":null,\"feature\":{\"id\":%d,\"name\":\"basket\",\"created_date\":null,"
                                .formatted(feature)
                        + "\"description\":null,\"initial_value\":null,\"default_enabled\":null,\"type\":\"STANDARD\"},"
                        + "\"feature_state_value\":\"green\",\"environment\":null,\"identity\":null,"
                        + "\"feature_segment\":null,\"enabled\":true,\"variant\":null}");
        change("hide_sensitive_data", false);
        assertThat(traits(application.get(IDENTITIES + "?identifier=bob").ok())).isEqualTo("plan=\"pro\"");
    }

    /** 4.5 */
    @Test
    void theStrongestStateWins() {
        int feature = shop.feature(Map.of("name", "basket", "initial_value", "blue"));
        var segments = Segments.of(server, shop);
        segments.override(feature, shop.segment("pros", "plan", "pro"), "green");
        segments.override(feature, shop.segment("olds", "age", "31"), "grey");

        assertThat(value(identify("{\"identifier\":\"bob\",\"traits\":" + json("age=31") + "}")))
                .isEqualTo("grey");
        var both = identify("{\"identifier\":\"bob\",\"traits\":" + json("plan=\"pro\"") + "}");
        assertThat(value(both)).isEqualTo("green");
        assertThat(both.get("flags").get(0).get("feature_segment").isNull()).isTrue();
        int bob = identityOf("bob");
        var own = shop.ana()
                .post(
                        "environments/" + shop.key() + "/identities/" + bob + "/featurestates/",
                        Map.of("feature", feature, "enabled", false, "feature_state_value", "gold"))
                .ok();
        var overridden = application.get(IDENTITIES + "?identifier=bob").ok();
        assertThat(value(overridden)).isEqualTo("gold");
        assertThat(overridden.get("flags").get(0).get("identity").asInt()).isEqualTo(bob);
        assertThat(overridden.get("flags").get(0).get("id")).isEqualTo(own.get("id"));
        assertThat(value(application
                        .get(IDENTITIES + "?identifier=bob&transient=true")
                        .ok()))
                .isEqualTo("blue");

        change("hide_disabled_flags", true);
        assertThat(application.get(IDENTITIES + "?identifier=bob").ok().get("flags"))
                .isEmpty();
        assertThat(application.get(IDENTITIES + "?identifier=nina").ok().get("flags"))
                .isEmpty();
        assertThat(value(identify("{\"identifier\":\"nina\",\"traits\":" + json("plan=\"pro\"") + "}")))
                .isEqualTo("green");
    }

    @Test
    void serversAreToldMoreThanClients() {
        shop.feature(Map.of("name", "secret", "is_server_key_only", true));

        assertThat(application.get(IDENTITIES + "?identifier=bob").ok().get("flags"))
                .isEmpty();
        assertThat(shop.backend().get(IDENTITIES + "?identifier=bob").ok().get("flags"))
                .hasSize(1);
    }

    @Test
    void theSameAgainIsWrittenOnce() {
        var body = "{\"identifier\":\"bob\",\"traits\":" + json("plan=\"pro\" rate=1.5 on=true age=31") + "}";
        identify(body);
        long written = events();

        identify(body);
        application.get(IDENTITIES + "?identifier=bob").ok();

        assertThat(events()).isEqualTo(written);
        assertThat(server.part(JdbcClient.class)
                        .sql("select convert_from(metadata, 'UTF8') from event where payload_type = 'identity.created'"
                                + " order by position desc limit 1")
                        .query(String.class)
                        .single())
                .contains("\"actorKind\":\"SDK\"")
                .contains("\"actorId\":" + shop.environment());
    }

    @Test
    void aValueThatGoesAndComesBackIsNotLost() {
        for (int round = 0; round < 20; round++) {
            identify("{\"identifier\":\"bob\",\"traits\":" + json("plan=" + round % 2) + "}");
            assertThat(traits(application.get(IDENTITIES + "?identifier=bob").ok()))
                    .isEqualTo("plan=" + round % 2);
        }
    }

    @Test
    void whoeverIsNamedByManyAtOnceIsOne() throws InterruptedException, ExecutionException {
        for (int round = 0; round < 5; round++) {
            var name = "crowd-" + round;
            List<Callable<Integer>> callers = new ArrayList<>();
            for (int caller = 0; caller < 8; caller++) {
                var body = "{\"identifier\":\"%s\",\"traits\":%s}".formatted(name, json("k" + caller + "=1"));
                callers.add(() -> application.send("POST", IDENTITIES, body).status());
            }
            try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
                for (var status : threads.invokeAll(callers)) {
                    assertThat(status.get()).isEqualTo(200);
                }
            }
            assertThat(identities()).isEqualTo(round + 1);
            assertThat(application.get(IDENTITIES + "?identifier=" + name).ok().get("traits"))
                    .hasSize(8);
        }
    }

    @Test
    void whoeverWasForgottenIsMetAnew() {
        identify("{\"identifier\":\"bob\",\"traits\":" + json("plan=1") + "}");
        shop.ana().delete("environments/" + shop.key() + "/identities/" + identityOf("bob") + "/");

        assertThat(application.get(IDENTITIES + "?identifier=bob").ok().get("traits"))
                .isEmpty();
        assertThat(identities()).isOne();
    }

    @Test
    void theKeyIsLookedAtFirst() {
        var anonymous = server.api();
        assertThat(anonymous.send("POST", IDENTITIES, "{").text())
                .isEqualTo("{\"detail\":\"Invalid or missing Environment key\"}");
        var wrong = anonymous.with("X-Environment-Key", "nope").send("PATCH", IDENTITIES, "{");
        assertThat(wrong.status()).isEqualTo(403);
        assertThat(wrong.text()).isEqualTo("{\"detail\":\"Invalid or missing Environment Key\"}");
        var method = application.put(IDENTITIES, Map.of());
        assertThat(method.status()).isEqualTo(405);
        assertThat(method.text()).isEqualTo("{\"detail\":\"Method \\\"PUT\\\" not allowed.\"}");
        assertThat(application
                        .with("Content-Type", "text/plain")
                        .send("POST", IDENTITIES, "{}")
                        .status())
                .isEqualTo(415);
        assertThat(application.send("POST", IDENTITIES, "{").text()).startsWith("{\"detail\":\"JSON parse error - ");
        assertThat(application.send("POST", "identities", "{}").status()).isEqualTo(200);
        assertThat(application.send("POST", IDENTITIES, "x".repeat(2_000_000)).status())
                .isEqualTo(413);
    }

    private JsonNode identify(String body) {
        return application.send("POST", IDENTITIES, body).ok();
    }

    private void change(String setting, boolean value) {
        shop.ana()
                .patch("environments/" + shop.key() + "/", Map.of(setting, value))
                .ok();
    }

    private int identities() {
        return shop.ana()
                .get("environments/" + shop.key() + "/identities/")
                .ok()
                .get("count")
                .asInt();
    }

    private int identityOf(String name) {
        var found = shop.ana()
                .get("environments/" + shop.key() + "/identities/?q=%22" + name + "%22")
                .ok();
        return found.get("results").get(0).get("id").asInt();
    }

    private static long events() {
        return server.part(JdbcClient.class)
                .sql("select count(*) from event")
                .query(Long.class)
                .single();
    }

    private static String value(JsonNode answer) {
        return answer.get("flags").get(0).get("feature_state_value").asString();
    }

    /** Traits as JSON from what a row of the table has: {@code key=value}, with a star for those in passing. */
    private static String json(String said) {
        return Stream.ofNullable(said)
                .flatMap(traits -> Stream.of(traits.split(" ")))
                .map(trait -> trait.split("=", 2))
                .map(trait -> "{\"trait_key\":\"%s\",\"trait_value\":%s,\"transient\":%b}"
                        .formatted(trait[0], trait[1].replace("*", ""), trait[1].endsWith("*")))
                .collect(Collectors.joining(",", "[", "]"));
    }

    private static String traits(JsonNode answer) {
        return answer.get("traits")
                .valueStream()
                .map(trait -> trait.get("trait_key").asString() + "=" + trait.get("trait_value")
                        + (trait.get("transient").asBoolean() ? "*" : ""))
                .collect(Collectors.joining(" "));
    }
}
