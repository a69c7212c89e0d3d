package dev.flagledger.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** Custom fields, their attachments and their values. */
class MetadataIT {

    private static final String FIELDS = "metadata/fields/";
    private static final int ENVIRONMENT = 20;
    private static final int FEATURE = 21;
    private static final int SEGMENT = 22;

    private static final TestServer SERVER = TestServer.shared();

    private Shop shop;

    @BeforeEach
    void open() {
        shop = Shop.in(SERVER);
    }

    @Test
    void aFieldIsReadAsItWasWritten() {
        var created = send("POST", FIELDS, "{\"name\":\" jira \",\"type\":\"url\",\"organisation\":ORG}");
        assertThat(created.status()).isEqualTo(201);
        int id = created.json().get("id").asInt();
        assertThat(created.text())
                .isEqualTo(("{\"id\":%d,\"name\":\"jira\",\"type\":\"url\",\"description\":null,\"organisation\":ORG,"
                                + "\"project\":null,\"model_fields\":[]}")
                        .formatted(id)
                        .replace("ORG", Integer.toString(shop.organisation())));
        assertThat(shop.ana().get(FIELDS + id + "/").ok()).isEqualTo(created.json());
        assertThat(shop.ana()
                        .get(FIELDS + "?organisation=" + shop.organisation())
                        .ok()
                        .get("results")
                        .get(0))
                .isEqualTo(created.json());
        assertThat(shop.ana().get(FIELDS).text()).isEqualTo("{\"organisation\":[\"This field is required.\"]}");

        var path = FIELDS + id + "/";
        assertThat(shop.ana()
                        .patch(path, Map.of("description", "d"))
                        .ok()
                        .get("description")
                        .asString())
                .isEqualTo("d");
        assertThat(send("PUT", path, "{\"name\":\"link\",\"organisation\":ORG}")
                        .ok()
                        .get("type")
                        .asString())
                .isEqualTo("url");
        assertThat(send("PUT", path, "{}").text())
                .isEqualTo("{\"organisation\":[\"This field is required.\"],\"name\":[\"This field is required.\"]}");
        assertThat(shop.ana().delete(path).status()).isEqualTo(204);
        assertThat(shop.ana().get(path).text()).isEqualTo("{\"detail\":\"No MetadataField matches the given query.\"}");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {"organisation":ORG}                             | {"name":["This field is required."]}
            {"name":"n"}                                     | {"organisation":["This field is required."]}
            {"name":"n","organisation":ORG,"type":"date"}    | {"type":["\\"date\\" is not a valid choice."]}
            {"name":"taken","organisation":ORG}              | {"name":["A metadata field with this name already exists."]}
            {"name":"n","organisation":ORG,"project":999999} | {"project":["Invalid pk \\"999999\\" - object does not exist."]}
            {"name":"n","organisation":ORG,"project":FOREIGN} | {"project":["Invalid pk \\"FOREIGN\\" - object does not exist."]}
            {"name":"n","organisation":1,"project":PROJECT}  | {"project":["Project must belong to the specified organisation."]}
            """)
    void invalidFieldsAreRejected(String body, String refusal) {
        field("taken", "str", false);
        SERVER.api().newUser().post("organisations/", Map.of("name", "the first"));

        var foreign = Integer.toString(Shop.in(SERVER).project());
        var answer = send("POST", FIELDS, body.replace("FOREIGN", foreign));

        assertThat(answer.text()).isEqualTo(refusal.replace("FOREIGN", foreign));
        assertThat(answer.status()).isEqualTo(400);
    }

    @Test
    void aProjectsFieldHidesItsOrganisationsField() {
        int organisations = field("jira", "str", false);
        int other = field("owner", "str", false);
        int own = field("jira", "url", true);
        attach(other, FEATURE, "[]");

        assertThat(ids("projects/PROJECT/metadata/fields/")).containsExactly(own);
        assertThat(ids("projects/PROJECT/metadata/fields/?include_organisation=true"))
                .containsExactly(other, own);
        assertThat(ids("projects/PROJECT/metadata/fields/?include_organisation=true&entity=feature"))
                .containsExactly(other);
        assertThat(ids("metadata/fields/?organisation=ORG")).containsExactly(organisations, other);
        assertThat(get("projects/PROJECT/metadata/fields/?entity=user").text())
                .isEqualTo("{\"entity\":[\"\\\"user\\\" is not a valid choice.\"]}");
    }

    @Test
    void aFieldIsAttachedToEachKindOfObjectOnce() {
        int field = field("jira", "str", false);

        var attached = attach(field, FEATURE, "[{\"content_type\":11,\"object_id\":ORG}]");

        assertThat(attached.status()).isEqualTo(201);
        int id = attached.json().get("id").asInt();
        assertThat(attached.text())
                .isEqualTo(filled("{\"id\":%d,\"field\":%d,\"content_type\":21,".formatted(id, field)
                        + "\"is_required_for\":[{\"content_type\":11,\"object_id\":ORG}]}"));
        assertThat(get(modelFields() + id + "/").ok()).isEqualTo(attached.json());
        assertThat(get(modelFields() + "?content_type=21").ok().get("results").get(0))
                .isEqualTo(attached.json());
        assertThat(get(modelFields() + "?content_type=22").ok().get("count").asInt())
                .isZero();
        var shown = get(FIELDS + field + "/").ok().get("model_fields").get(0);
        assertThat(shown.get("content_type").asInt()).isEqualTo(21);
        assertThat(attach(field, FEATURE, "[]").text())
                .isEqualTo("{\"non_field_errors\":[\"The fields field, content_type must make a unique set.\"]}");

        var path = modelFields() + id + "/";
        assertThat(shop.ana()
                        .patch(filled(path), Map.of("content_type", SEGMENT))
                        .ok()
                        .get("content_type")
                        .asInt())
                .isEqualTo(SEGMENT);
        assertThat(shop.ana().patch(filled(path), Map.of("field", field + 1)).status())
                .isEqualTo(400);
        assertThat(shop.ana().delete(filled(path)).status()).isEqualTo(204);
        assertThat(get(path).text()).isEqualTo("{\"detail\":\"No MetadataModelField matches the given query.\"}");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {"content_type":21}                              | {"field":["This field is required."]}
            {"field":999999,"content_type":21}               | {"field":["Invalid pk \\"999999\\" - object does not exist."]}
            {"field":FIELD}                                  | {"content_type":["This field is required."]}
            {"field":FIELD,"content_type":1}                 | {"content_type":["Invalid pk \\"1\\" - object does not exist."]}
            {"field":FIELD,"content_type":21,"is_required_for":[{"content_type":21,"object_id":1}]} | {"non_field_errors":["The requirement content type must be project or organisation"]}
            {"field":FIELD,"content_type":21,"is_required_for":[{"content_type":11,"object_id":999999}]} | {"non_field_errors":["The requirement organisation does not match the field organisation"]}
            {"field":FIELD,"content_type":21,"is_required_for":[{"content_type":12,"object_id":999999}]} | {"non_field_errors":["The requirement organisation does not match the field organisation"]}
            {"field":FIELD,"content_type":21,"is_required_for":[{"content_type":12}]} | {"is_required_for":[{"object_id":["This field is required."]}]}
            """)
    void invalidAttachmentsAreRejected(String body, String refusal) {
        int field = field("jira", "str", false);

        var answer = send("POST", modelFields(), body.replace("FIELD", Integer.toString(field)));

        assertThat(answer.text()).isEqualTo(refusal);
        assertThat(answer.status()).isEqualTo(400);
    }

    @Test
    void theKindsThatFieldsCanBeAttachedToAreListed() {
        assertThat(get(modelFields() + "supported-content-types/").text())
                .contains("{\"id\":21,\"app_label\":\"features\",\"model\":\"feature\"}")
                .contains("\"environment\"", "\"segment\"", "\"organisation\"", "\"project\"");
        assertThat(get(modelFields() + "supported-required-for-models/?model_name=feature")
                        .text())
                .isEqualTo("[{\"id\":11,\"app_label\":\"organisations\",\"model\":\"organisation\"},"
                        + "{\"id\":12,\"app_label\":\"projects\",\"model\":\"project\"}]");
        var unknown = get(modelFields() + "supported-required-for-models/?model_name=user");
        assertThat(unknown.status()).isEqualTo(404);
        assertThat(unknown.text()).isEqualTo("{\"message\":\"No supported models found for the given model name.\"}");
    }

    @Test
    void valuesAreReadAndDeletedWhenOmitted() {
        int onFeatures = attached("a", "int", FEATURE);
        int onSegments = attached("b", "bool", SEGMENT);
        int onEnvironments = attached("c", "url", ENVIRONMENT);

        var feature = written("POST", "projects/PROJECT/features/", "{\"name\":\"f\",", onFeatures, "10");
        var segment = written(
                "POST",
                "projects/PROJECT/segments/",
                "{\"name\":\"s\",\"rules\":[{\"type\":\"ALL\"}],",
                onSegments,
                "True");
        written("PATCH", "environments/KEY/", "{", onEnvironments, "https://example.test/x y");

        var featurePath = "projects/PROJECT/features/" + feature.get("id").asInt() + "/";
        var segmentPath = "projects/PROJECT/segments/" + segment.get("id").asInt() + "/";
        for (var path : List.of(featurePath, segmentPath, "environments/KEY/")) {
            assertThat(get(path).ok().get("metadata").size()).isEqualTo(1);
            assertThat(send("PATCH", path, "{}").ok().get("metadata").size()).isZero();
            assertThat(get(path).ok().get("metadata").size()).isZero();
        }
    }

    @Test
    void valuesOfADetachedFieldAreHidden() {
        int id = attached("a", "str", FEATURE);
        var feature = written("POST", "projects/PROJECT/features/", "{\"name\":\"f\",", id, "x");

        assertThat(shop.ana().delete(filled(modelFields()) + id + "/").status()).isEqualTo(204);

        assertThat(get("projects/PROJECT/features/" + feature.get("id").asInt() + "/")
                        .ok()
                        .get("metadata")
                        .size())
                .isZero();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            int  | {"model_field":ID,"field_value":"ten"}          | [{"non_field_errors":["Invalid value for field jira"]}]
            int  | {"model_field":ID,"field_value":"1.5"}          | [{"non_field_errors":["Invalid value for field jira"]}]
            bool | {"model_field":ID,"field_value":"yes"}          | [{"non_field_errors":["Invalid value for field jira"]}]
            url  | {"model_field":ID,"field_value":"example.test"} | [{"non_field_errors":["Invalid value for field jira"]}]
            url  | {"model_field":ID,"field_value":"https://"}     | [{"non_field_errors":["Invalid value for field jira"]}]
            str  | {"model_field":999999,"field_value":"x"}        | [{"model_field":["Invalid pk \\"999999\\" - object does not exist."]}]
            str  | {"model_field":OTHER,"field_value":"x"}         | [{"model_field":["Invalid pk \\"OTHER\\" - object does not exist."]}]
            str  | {"model_field":ID}                              | [{"field_value":["This field is required."]}]
            str  | {"model_field":ID,"field_value":""}             | [{"field_value":["This field may not be blank."]}]
            str  | {"model_field":ID,"field_value":true}           | [{"field_value":["Not a valid string."]}]
            str  | {"model_field":ID,"field_value":"a"},{"model_field":ID,"field_value":"b"} | [{},{"non_field_errors":["The fields model_field, content_type, object_id must make a unique set."]}]
            """)
    void invalidValuesAreRejected(String type, String value, String refusal) {
        var id = Integer.toString(attached("jira", type, FEATURE));
        var other = Integer.toString(attached("other", type, SEGMENT));

        var answer = send(
                "POST",
                "projects/PROJECT/features/",
                "{\"name\":\"f\",\"metadata\":[" + value.replace("ID", id).replace("OTHER", other) + "]}");

        assertThat(answer.text()).isEqualTo("{\"metadata\":" + refusal.replace("OTHER", other) + "}");
        assertThat(answer.status()).isEqualTo(400);
    }

    @Test
    void aRequiredFieldCannotBeOmitted() {
        int field = field("jira", "str", false);
        int id = attach(field, FEATURE, "[{\"content_type\":11,\"object_id\":ORG}]")
                .ok()
                .get("id")
                .asInt();
        var missing = "{\"metadata\":[\"Missing required metadata field: jira\"]}";

        assertThat(send("POST", "projects/PROJECT/features/", "{\"name\":\"f\"}")
                        .text())
                .isEqualTo(missing);
        var feature = written("POST", "projects/PROJECT/features/", "{\"name\":\"f\",", id, "x");
        var path = "projects/PROJECT/features/" + feature.get("id").asInt() + "/";
        assertThat(send("PATCH", path, "{\"description\":\"d\"}").text()).isEqualTo(missing);

        // The project's own field of the same name replaces it, and is not required.
        field("jira", "str", true);
        assertThat(send("PATCH", path, "{\"description\":\"d\"}").status()).isEqualTo(200);
    }

    private JsonNode written(String method, String path, String begin, int modelField, String value) {
        var body = begin
                + "\"metadata\":[{\"id\":5,\"model_field\":%d,\"field_value\":\"%s\"}]}".formatted(modelField, value);
        var answer = send(method, path, body).ok();
        assertThat(answer.get("metadata").toString())
                .isEqualTo("[{\"id\":%d,\"model_field\":%d,\"field_value\":\"%s\"}]"
                        .formatted(modelField, modelField, value));
        return answer;
    }

    private int field(String name, String type, boolean ofProject) {
        var body = "{\"name\":\"%s\",\"type\":\"%s\",\"organisation\":ORG%s}"
                .formatted(name, type, ofProject ? ",\"project\":PROJECT" : "");
        return send("POST", FIELDS, body).ok().get("id").asInt();
    }

    private int attached(String name, String type, int contentType) {
        return attach(field(name, type, false), contentType, "[]")
                .ok()
                .get("id")
                .asInt();
    }

    private Api.Answer attach(int field, int contentType, String requiredFor) {
        return send(
                "POST",
                modelFields(),
                "{\"field\":%d,\"content_type\":%d,\"is_required_for\":%s}".formatted(field, contentType, requiredFor));
    }

    private List<Integer> ids(String path) {
        return get(path)
                .ok()
                .get("results")
                .valueStream()
                .map(field -> field.get("id").asInt())
                .toList();
    }

    private Api.Answer get(String path) {
        return shop.ana().get(filled(path));
    }

    private Api.Answer send(String method, String path, String body) {
        return shop.ana().send(method, filled(path), filled(body));
    }

    private static String modelFields() {
        return "organisations/ORG/metadata-model-fields/";
    }

    private String filled(String text) {
        return text.replace("ORG", Integer.toString(shop.organisation()))
                .replace("PROJECT", Integer.toString(shop.project()))
                .replace("KEY", shop.key());
    }
}
