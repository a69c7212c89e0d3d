package dev.flagledger.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/** Segments and their rules. */
class SegmentIT {

    private static final String ONE_RULE = "[{\"type\":\"ALL\"}]";
    private static final String NAMED = "{\"name\":\"s\",\"rules\":[{\"type\":\"ALL\",";

    private static final TestServer SERVER = TestServer.shared();
    private static Shop crowded;

    private Shop shop;

    @BeforeAll
    static void start() {
        crowded = Shop.in(SERVER);
        for (int i = 0; i < 500; i++) {
            post(crowded, "{\"name\":\"s\",\"rules\":[{\"type\":\"ALL\"}]}").ok();
        }
    }

    @BeforeEach
    void open() {
        shop = Shop.in(SERVER);
    }

    @Test
    void aSegmentIsReadAsItWasWritten() {
        var created = post(shop, """
                {"name": " beta ", "description": "", "project": 999, "version_of": 3, "rules": [{"id": 7, "type": "ALL",
                 "rules": [{"type": "ANY", "conditions": [
                   {"id": 9, "operator": "EQUAL", "property": " plan ", "value": " pro ", "description": null}]}]}]}
                """).ok();

        int id = created.get("id").asInt();
        assertThat(plain(created)).isEqualTo("""
                {"id":ID,"uuid":"UUID","created_at":"AT","updated_at":"AT","name":"beta","description":"",\
                "project":PROJECT,"feature":null,"version_of":ID,"rules":[{"id":0,"type":"ALL","rules":[{"id":0,\
                "type":"ANY","conditions":[{"id":0,"operator":"EQUAL","property":"plan","value":"pro",\
                "description":null}]}],"conditions":[]}],"metadata":[],"membership_counts":[],"managed_by":""}""".replace("ID", Integer.toString(id))
                .replace("UU" + id, "UUID")
                .replace("PROJECT", Integer.toString(shop.project())));
        assertThat(shop.ana().get(segment(id)).ok()).isEqualTo(created);
        assertThat(shop.ana()
                        .get("segments/get-by-uuid/" + created.get("uuid").asString() + "/")
                        .ok())
                .isEqualTo(created);
        assertThat(shop.ana().get(segments(shop)).ok().get("results").get(0)).isEqualTo(created);
    }

    private static String plain(JsonNode segment) {
        return segment.toString()
                .replaceAll("\"[0-9a-f-]{36}\"", "\"UUID\"")
                .replaceAll("\"\\d{4}-[^\"]*Z\"", "\"AT\"")
                .replaceAll("(\\[\\{\"id\":)\\d+", "$10");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            "value":true         | "True"
            "value":1.0          | "1.0"
            "value":null         | "None"
            "value":["a", "b"]   | "['a', 'b']"
            "value":" x "        | "x"
            "value":7            | "7"
            "description":"d"    | "None"
            """)
    void theValueOfAConditionIsStoredAsText(String sent, String kept) {
        var created = post(shop, NAMED + "\"conditions\":[{\"operator\":\"EQUAL\"," + sent + "}]}]}")
                .ok();

        var condition = created.get("rules").get(0).get("conditions").get(0);
        assertThat(condition.get("value").toString()).isEqualTo(kept);
        assertThat(condition.get("property").isNull()).isTrue();
    }

    @Test
    void existingRulesKeepTheirIds() {
        var created = post(shop, NAMED + "\"conditions\":[{\"operator\":\"IN\"},{\"operator\":\"MODULO\"}]}]}")
                .ok();
        var rule = created.get("rules").get(0);
        int ruleId = rule.get("id").asInt();
        int conditionId = rule.get("conditions").get(1).get("id").asInt();

        var changed = shop.ana()
                .send("PUT", segment(created.get("id").asInt()), """
                        {"name": "s", "rules": [
                          {"id": RULE, "type": "NONE", "conditions": [
                            {"id": CONDITION, "operator": "REGEX"}, {"id": CONDITION, "operator": "IN"},
                            {"id": 999999, "operator": "IS_SET"}, {"operator": "IS_SET", "delete": true}]},
                          {"id": 999999, "type": "ANY"},
                          {"type": "ANY", "delete": true}]}
                        """.replace("RULE", Integer.toString(ruleId))
                        .replace("CONDITION", Integer.toString(conditionId)))
                .ok()
                .get("rules");

        assertThat(changed.size()).isEqualTo(2);
        assertThat(changed.get(0).get("id").asInt()).isEqualTo(ruleId);
        assertThat(changed.get(1).get("id").asInt()).isNotIn(ruleId, 999_999, 0);
        var conditions = changed.get(0).get("conditions");
        assertThat(conditions.size()).isEqualTo(3);
        assertThat(conditions.get(0).get("id").asInt()).isEqualTo(conditionId);
        assertThat(conditions.get(1).get("id").asInt()).isNotEqualTo(conditionId);
        assertThat(conditions.get(2).get("id").asInt()).isNotIn(conditionId, 999_999, 0);
    }

    @Test
    void aPatchKeepsOmittedProperties() {
        int feature = shop.feature(Map.of("name", "f"));
        var created = post(
                        shop,
                        "{\"name\":\"s\",\"description\":\"d\",\"feature\":" + feature + ",\"rules\":" + ONE_RULE + "}")
                .ok();
        var path = segment(created.get("id").asInt());

        var renamed = shop.ana().patch(path, Map.of("name", "t")).ok();

        assertThat(renamed.get("name").asString()).isEqualTo("t");
        assertThat(renamed.get("description").asString()).isEqualTo("d");
        assertThat(renamed.get("feature").asInt()).isEqualTo(feature);
        assertThat(renamed.get("rules")).isEqualTo(created.get("rules"));
        assertThat(shop.ana().put(path, Map.of("name", "t")).text())
                .isEqualTo("{\"rules\":[\"This field is required.\"]}");
    }

    @Test
    void aCloneHasItsOwnIds() {
        var created =
                post(shop, NAMED + "\"conditions\":[{\"operator\":\"IN\"}]}]}").ok();

        var copy = shop.ana().post(segment(created.get("id").asInt()) + "clone/", Map.of("name", "copy"));

        assertThat(copy.status()).isEqualTo(201);
        assertThat(copy.json().get("name").asString()).isEqualTo("copy");
        assertThat(plain(copy.json().get("rules"))).isEqualTo(plain(created.get("rules")));
        assertThat(copy.json().get("rules").get(0).get("id"))
                .isNotEqualTo(created.get("rules").get(0).get("id"));
        assertThat(copy.json().get("uuid")).isNotEqualTo(created.get("uuid"));
        assertThat(shop.ana()
                        .post(segment(created.get("id").asInt()) + "clone/", Map.of())
                        .text())
                .isEqualTo("{\"name\":[\"This field is required.\"]}");
    }

    @Test
    void aDeletedSegmentIsNotFound() {
        int id = post(shop, "{\"name\":\"s\",\"rules\":" + ONE_RULE + "}")
                .ok()
                .get("id")
                .asInt();

        assertThat(shop.ana().delete(segment(id)).status()).isEqualTo(204);

        assertThat(shop.ana().delete(segment(id)).text())
                .isEqualTo("{\"detail\":\"No Segment matches the given query.\"}");
        assertThat(shop.ana().get(segment(id)).status()).isEqualTo(404);
    }

    @Test
    void segmentsAreListedByNameAndKind() {
        int feature = shop.feature(Map.of("name", "f"));
        post(shop, "{\"name\":\"Beta users\",\"rules\":" + ONE_RULE + "}").ok();
        post(shop, "{\"name\":\"own\",\"feature\":" + feature + ",\"rules\":" + ONE_RULE + "}")
                .ok();

        assertThat(names("")).containsExactly("Beta users", "own");
        assertThat(names("?q=bETA")).containsExactly("Beta users");
        assertThat(names("?include_feature_specific=false")).containsExactly("Beta users");
        assertThat(names("?page_size=1&page=2")).containsExactly("own");
        assertThat(names("?identity=999999")).isEmpty();
        assertThat(shop.ana()
                        .get(segments(shop) + "?include_feature_specific=perhaps")
                        .text())
                .isEqualTo("{\"include_feature_specific\":[\"Must be a valid boolean.\"]}");
    }

    private List<String> names(String query) {
        return shop.ana()
                .get(segments(shop) + query)
                .ok()
                .get("results")
                .valueStream()
                .map(segment -> segment.get("name").asString())
                .toList();
    }

    @Test
    void aSegmentWithoutOverridesHasNoFeatures() {
        int id = post(shop, "{\"name\":\"s\",\"rules\":" + ONE_RULE + "}")
                .ok()
                .get("id")
                .asInt();

        assertThat(shop.ana().get(segment(id) + "associated-features/").text())
                .isEqualTo("{\"count\":0,\"next\":null,\"previous\":null,\"results\":[]}");
        assertThat(shop.ana()
                        .get(segment(id) + "associated-features/?environment=x")
                        .text())
                .isEqualTo("{\"environment\":[\"A valid integer is required.\"]}");
        assertThat(shop.ana().get(segment(id) + "members/").status()).isEqualTo(404);
    }

    static Stream<Arguments> badInput() {
        var condition = "{\"operator\":\"IN\"},";
        return Stream.of(
                arguments("{\"rules\":" + ONE_RULE + "}", "{\"name\":[\"This field is required.\"]}"),
                arguments(
                        "{\"name\":\"" + "x".repeat(2001) + "\",\"rules\":" + ONE_RULE + "}",
                        "{\"name\":[\"Ensure this field has no more than 2000 characters.\"]}"),
                arguments("{\"name\":\"s\"}", "{\"rules\":[\"This field is required.\"]}"),
                arguments(
                        "{\"name\":\"s\",\"rules\":[]}",
                        "{\"rules\":{\"non_field_errors\":[\"This list may not be empty.\"]}}"),
                arguments("{\"name\":\"s\",\"rules\":[{}]}", "{\"rules\":[{\"type\":[\"This field is required.\"]}]}"),
                arguments(
                        NAMED + "\"rules\":[{\"type\":\"ALL\",\"rules\":[{\"type\":\"ALL\"}]}]}]}",
                        "{\"segment\":[\"Rules must not be nested more than 2 levels deep.\"]}"),
                arguments(
                        NAMED + "\"conditions\":[" + condition.repeat(102) + "{\"operator\":\"IN\"}]}]}",
                        "{\"segment\":[\"The segment has 103 conditions, which exceeds the maximum condition count of 100.\"]}"),
                arguments(
                        NAMED + "\"conditions\":[{\"operator\":\"IN\",\"value\":\"" + "x".repeat(1001) + "\"}]}]}",
                        "{\"rules\":[{\"conditions\":[{\"value\":[\"Ensure this field has no more than 1000 characters.\"]}]}]}"),
                arguments(
                        NAMED + "\"conditions\":[" + condition + "{\"operator\":\"FOO\"}]}]}",
                        "{\"rules\":[{\"conditions\":[{},{\"operator\":[\"\\\"FOO\\\" is not a valid choice.\"]}]}]}"),
                arguments(
                        NAMED + "\"conditions\":[{\"operator\":\"IN\",\"property\":\"\"}]}]}",
                        "{\"rules\":[{\"conditions\":[{\"property\":[\"This field may not be blank.\"]}]}]}"),
                arguments(
                        "{\"name\":\"s\",\"feature\":999999,\"rules\":" + ONE_RULE + "}",
                        "{\"feature\":[\"Invalid pk \\\"999999\\\" - object does not exist.\"]}"));
    }

    @ParameterizedTest
    @MethodSource("badInput")
    void invalidInputIsRejected(String body, String refusal) {
        var answer = post(crowded, body);

        assertThat(answer.text()).isEqualTo(refusal);
        assertThat(answer.status()).isEqualTo(400);
    }

    @Test
    void aProjectHasAtMostFiveHundred() {
        var refused = post(crowded, "{\"name\":\"s\",\"rules\":" + ONE_RULE + "}");

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.text())
                .isEqualTo("{\"project\":[\"The project has reached the maximum allowed segments limit.\"]}");
    }

    @Test
    void aSegmentIsNotFoundInAnotherProject() {
        int id = post(shop, "{\"name\":\"s\",\"rules\":" + ONE_RULE + "}")
                .ok()
                .get("id")
                .asInt();
        var other = Shop.in(SERVER);

        assertThat(other.ana()
                        .get("projects/" + other.project() + "/segments/" + id + "/")
                        .status())
                .isEqualTo(404);
    }

    private static Api.Answer post(Shop shop, String body) {
        return shop.ana().send("POST", segments(shop), body);
    }

    private static String segments(Shop shop) {
        return "projects/" + shop.project() + "/segments/";
    }

    private String segment(int id) {
        return segments(shop) + id + "/";
    }
}
