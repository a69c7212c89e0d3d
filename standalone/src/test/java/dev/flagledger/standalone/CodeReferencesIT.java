package dev.flagledger.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Code references, as scanners report them. */
class CodeReferencesIT {

    private static final TestServer SERVER = TestServer.shared();
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String URL = "https://code.example.test/shop";

    private Shop shop;
    private int basket;

    @BeforeEach
    void open() {
        shop = Shop.in(SERVER);
        basket = shop.feature(Map.of("name", "basket"));
    }

    @Test
    void referencesAreReportedAndRead() {
        var answer = shop.ana().post(scans(), scan(URL, "1", mention("basket", 7), mention("unheard-of", 8)));

        assertThat(answer.status()).isEqualTo(201);
        assertThat(answer.text())
                .isEqualTo("{\"repository_url\":\"" + URL + "\",\"vcs_provider\":\"github\",\"revision\":\"1\","
                        + "\"code_references\":["
                        + "{\"feature_name\":\"basket\",\"file_path\":\"src/shop.js\",\"line_number\":7},"
                        + "{\"feature_name\":\"unheard-of\",\"file_path\":\"src/shop.js\",\"line_number\":8}]}");
        var read = references();
        assertThat(read).hasSize(1);
        assertThat(read.get(0).propertyNames())
                .containsExactly(
                        "repository_url",
                        "vcs_provider",
                        "revision",
                        "last_successful_repository_scanned_at",
                        "last_feature_found_at",
                        "code_references");
        assertThat(read.get(0).get("code_references").toString())
                .isEqualTo("[{\"feature_name\":\"basket\",\"file_path\":\"src/shop.js\",\"line_number\":7,"
                        + "\"permalink\":\"" + URL + "/blob/1/src/shop.js#L7\"}]");
        assertThat(counts()).hasSize(1);
        assertThat(counts().get(0).get("repository_url").asString()).isEqualTo(URL);
        assertThat(counts().get(0).get("count").asInt()).isEqualTo(1);
    }

    @Test
    void referencesAndRepositoriesAreLimited() {
        var places = Collections.nCopies(10_000, mention("x", 1)).toArray();
        assertThat(shop.ana().post(scans(), scan(URL, "1", places)).status()).isEqualTo(201);
        var more = Collections.nCopies(10_001, mention("x", 1)).toArray();
        assertThat(shop.ana().post(scans(), scan(URL, "1", more)).text())
                .isEqualTo("{\"code_references\":[\"Ensure this field has no more than 10000 elements.\"]}");

        for (int repository = 0; repository < 100; repository++) {
            shop.ana()
                    .post(scans(), scan(URL + repository, "1", mention("basket", 7)))
                    .ok();
        }
        assertThat(shop.ana()
                        .post(scans(), scan(URL, "1", mention("basket", 7)))
                        .text())
                .isEqualTo("{\"repository_url\":[\"The project has as many repositories as it may have.\"]}");
        assertThat(shop.ana()
                        .post(scans(), scan(URL + 99, "2", mention("basket", 7)))
                        .status())
                .isEqualTo(201);
    }

    @Test
    void aScanReplacesThePreviousOneOfItsRepository() {
        shop.ana().post(scans(), scan(URL, "1", mention("basket", 7))).ok();
        shop.ana().post(scans(), scan(URL + "-2", "1", mention("basket", 8))).ok();
        var found = counts().get(0).get("last_feature_found_at");

        shop.ana().post(scans(), scan(URL, "2")).ok();

        assertThat(references()).hasSize(2);
        assertThat(references().get(0).get("revision").asString()).isEqualTo("2");
        assertThat(references().get(0).get("code_references")).isEmpty();
        assertThat(references().get(0).get("last_feature_found_at")).isEqualTo(found);
        assertThat(counts().get(0).get("count").asInt()).isZero();
        assertThat(counts().get(1).get("count").asInt()).isEqualTo(1);
    }

    @Test
    void membersMayReportAndOthersMayNot() {
        var scan = scan(URL, "1", mention("basket", 7));

        assertThat(Member.viewing(SERVER, shop).post(scans(), scan).status()).isEqualTo(201);
        assertThat(Shop.in(SERVER).ana().post(scans(), scan).status()).isEqualTo(403);
        assertThat(SERVER.api().post(scans(), scan).status()).isEqualTo(401);
        assertThat(shop.ana().post("projects/999999/code-references/", scan).status())
                .isEqualTo(403);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            repository_url         | null           | ["This field may not be null."]
            repository_url         | ""             | ["This field may not be blank."]
            repository_url         | "shop"         | ["Enter a valid URL."]
            repository_url         | "ftp://shop/"  | ["Enter a valid http(s) URL."]
            vcs_provider           | "cvs"          | ["\\"cvs\\" is not a valid choice."]
            revision               | null           | ["This field may not be null."]
            code_references        | null           | ["This field may not be null."]
            code_references        | "basket"       | {"non_field_errors":["Expected a list of items but got type \\"str\\"."]}
            code_references        | ["basket"]     | [{"non_field_errors":["Invalid data. Expected a dictionary, but got str."]}]
            code_references        | [{}]           | [{"feature_name":["This field is required."],"file_path":["This field is required."],"line_number":["This field is required."]}]
            """)
    void anInvalidScanIsRejected(String field, String content, String problem) {
        var report = JSON.valueToTree(scan(URL, "1")).asObject();
        report.set(field, JSON.readTree(content));

        var refused = shop.ana().send("POST", scans(), report.toString());

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.text()).isEqualTo("{\"" + field + "\":" + problem + "}");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            feature_name | 100  | 101  | ["Ensure this field has no more than 100 characters."]
            file_path    | 4096 | 4097 | ["Ensure this field has no more than 4096 characters."]
            """)
    void textsOfAReferenceHaveLimitedLength(String field, int most, int tooLong, String problem) {
        var mention = new TreeMap<String, Object>(mention("basket", 7));
        mention.put(field, "x".repeat(most));
        shop.ana().post(scans(), scan(URL, "1", mention)).ok();

        mention.put(field, "x".repeat(tooLong));
        assertThat(shop.ana().post(scans(), scan(URL, "1", mention)).text())
                .isEqualTo("{\"code_references\":[{\"" + field + "\":" + problem + "}]}");
    }

    @Test
    void lineNumbersAndRevisionsAreValidated() {
        assertThat(shop.ana()
                        .post(scans(), scan(URL, "1", mention("basket", 1), mention("basket", 0)))
                        .text())
                .isEqualTo("{\"code_references\":[{},"
                        + "{\"line_number\":[\"Ensure this value is greater than or equal to 1.\"]}]}");
        shop.ana().post(scans(), scan(URL, "r".repeat(100))).ok();
        assertThat(shop.ana().post(scans(), scan(URL, "r".repeat(101))).text())
                .isEqualTo("{\"revision\":[\"Ensure this field has no more than 100 characters.\"]}");
        assertThat(shop.ana().post(scans(), Map.of()).text())
                .isEqualTo("{\"repository_url\":[\"This field is required.\"],"
                        + "\"revision\":[\"This field is required.\"],"
                        + "\"code_references\":[\"This field is required.\"]}");
    }

    private String scans() {
        return "projects/" + shop.project() + "/code-references/";
    }

    private JsonNode references() {
        return shop.ana().get(shop.features() + basket + "/code-references/").ok();
    }

    /** The counts in the list of features. */
    private JsonNode counts() {
        return shop.ana().get(shop.features()).ok().get("results").get(0).get("code_references_counts");
    }

    private static Map<String, Object> scan(String url, String revision, Object... mentions) {
        return Map.of("repository_url", url, "revision", revision, "code_references", List.of(mentions));
    }

    private static Map<String, Object> mention(String feature, int line) {
        return Map.of("feature_name", feature, "file_path", "src/shop.js", "line_number", line);
    }
}
