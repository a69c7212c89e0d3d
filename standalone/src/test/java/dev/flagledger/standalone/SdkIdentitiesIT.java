package dev.flagledger.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Identities and traits as applications report them, and what is stored. */
class SdkIdentitiesIT {

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

    /** The traits of an evaluation are those sent or stored; a star marks transient ones. */
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
    void traitsAreEvaluatedAndStoredAsListed(
            String row, String identifier, String isTransient, String said, String heard, String kept) {
        visits.identify("{\"identifier\":\"known\",\"traits\":" + Visits.json("plan=\"pro\" age=31") + "}");

        var answer = visits.identify("{\"identifier\":%s,\"transient\":%s,\"traits\":%s}"
                .formatted(identifier == null ? "null" : "\"" + identifier + "\"", isTransient, Visits.json(said)));

        assertThat(Visits.traits(answer)).isEqualTo(heard);
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
                    application.get(Visits.PATH + "?identifier=" + identifier).ok();
            assertThat(Visits.traits(again)).isEqualTo(kept);
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
    void traitValuesKeepTheirTypes(String said, String heard) {
        var body = "{\"identifier\":\"bob\",\"traits\":[{\"trait_key\":\" k \",\"trait_value\":%s}]}".formatted(said);

        assertThat(visits.identify(body).get("traits").get(0).get("trait_value").toString())
                .isEqualTo(heard);
        var kept = application
                .get(Visits.PATH + "?identifier=bob")
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
            {"identifier":"a\\u0000"}                | {"identifier":["Null characters are not allowed."]}
            {"transient":"maybe"}                   | {"transient":["Must be a valid boolean."]}
            {"traits":{}}                           | {"traits":{"non_field_errors":["Expected a list of items but got type \\"dict\\"."]}}
            {"traits":"x"}                          | {"traits":{"non_field_errors":["Expected a list of items but got type \\"str\\"."]}}
            {"traits":[{"trait_key":"a"},{"trait_value":1}]} | {"traits":[{},{"trait_key":["This field is required."]}]}
            {"traits":[7]}                          | {"traits":[{"non_field_errors":["Invalid data. Expected a dictionary, but got int."]}]}
            {"traits":[{"trait_key":" ","trait_value":1}]} | {"traits":[{"trait_key":["This field may not be blank."]}]}
            {"traits":[{"trait_key":"LONG201","trait_value":1}]} | {"traits":[{"trait_key":["Ensure this field has no more than 200 characters."]}]}
            {"traits":[{"trait_key":"a","trait_value":"LONG2001"}]} | {"traits":[{"trait_value":["Value string is too long. Must be less than 2000 character"]}]}
            {"traits":[{"trait_key":"a","trait_value":2147483648}]} | {"traits":[{"trait_value":["Ensure this value is less than or equal to 2147483647."]}]}
            {"traits":[{"trait_key":"a","trait_value":1e999}]} | {"traits":[{"trait_value":["A valid number is required."]}]}
            {"traits":[{"trait_key":"a","trait_value":"\\ud800"}]} | {"traits":[{"trait_value":["Not a valid string."]}]}
            """)
    void invalidBodiesAreRejected(String body, String problem) {
        var sent = body.replace("LONG2001", "x".repeat(2001)).replace("LONG201", "x".repeat(201));

        var answer = application.send("POST", Visits.PATH, sent);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.text()).isEqualTo(problem);
    }

    @Test
    void textsOfMaximalLengthAreStored() {
        var long2000 = "é".repeat(2000);
        var body = Map.of(
                "identifier",
                long2000,
                "traits",
                List.of(Map.of("trait_key", "k".repeat(200), "trait_value", long2000)));

        assertThat(application.post(Visits.PATH, body).ok().get("identifier").asString())
                .isEqualTo(long2000);
        assertThat(application
                        .post(Visits.PATH, body)
                        .ok()
                        .get("traits")
                        .get(0)
                        .get("trait_value")
                        .asString())
                .isEqualTo(long2000);
    }

    /** The official SDKs send null, or nothing, where Flagsmith requires a value. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"identifier\":\"bob\",\"transient\":null,\"traits\":null}",
                "{\"identifier\":\"bob\",\"traits\":[{\"trait_key\":\"gone\"}],\"unknown\":1}"
            })
    void omittedPropertiesAreAccepted(String body) {
        assertThat(visits.identify(body).get("traits")).isEmpty();
    }

    @Test
    void aMissingIdentifierIsGenerated() {
        var first = visits.identify("{}");
        var second = visits.identify("{\"identifier\":\"\"}");
        assertThat(first.get("identifier").asString()).matches("[0-9a-f]{32}");
        assertThat(second.get("identifier")).isNotEqualTo(first.get("identifier"));

        var named = visits.identify("{\"traits\":" + Visits.json("b=1 a=\"x\"") + "}");
        assertThat(named.get("identifier").asString())
                .isEqualTo("c5112dc768832e957a47175af5e72630a837157179745ab0c81744c836ae84b6");
        assertThat(visits.identities()).isZero();
    }
}
