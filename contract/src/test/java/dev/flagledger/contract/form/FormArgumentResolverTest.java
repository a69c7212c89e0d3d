package dev.flagledger.contract.form;

import static dev.flagledger.contract.http.SampleServer.json;
import static dev.flagledger.contract.http.SampleServer.send;
import static dev.flagledger.contract.http.SampleServer.to;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Request bodies of every kind, most of them invalid. */
class FormArgumentResolverTest {

    private static final String PATH = "/api/v1/traits/form/";
    private static final String URL_ENCODED = "application/x-www-form-urlencoded";

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            []         | {"non_field_errors":["Invalid data. Expected a dictionary, but got list."]}
            "x"        | {"non_field_errors":["Invalid data. Expected a dictionary, but got str."]}
            7          | {"non_field_errors":["Invalid data. Expected a dictionary, but got int."]}
            7.5        | {"non_field_errors":["Invalid data. Expected a dictionary, but got float."]}
            true       | {"non_field_errors":["Invalid data. Expected a dictionary, but got bool."]}
            null       | {"non_field_errors":["No data provided"]}
            {          | {"detail":"JSON parse error - not valid JSON: line 1 column 2"}
            {x:1}      | {"detail":"JSON parse error - not valid JSON: line 1 column 2"}
            {"x":NaN}  | {"detail":"JSON parse error - not valid JSON: line 1 column 9"}
            {"x":"a"}} | {"detail":"JSON parse error - not valid JSON: line 1 column 10"}
            ` `        | {"detail":"JSON parse error - no JSON: line 1 column 1"}
            """)
    void jsonThatIsNoObjectIsRejected(String body, String refusal) {
        var answer = send(json("POST", PATH + "text/", body));

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).isEqualTo(refusal);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"{\"x\":Infinity}", "{\"x\":-Infinity}", "{\"x\":'a'}", "{\"x\":\"a\"", "\u0000", "{\"x\":01}"})
    void malformedJsonIsRejected(String body) {
        assertThat(send(json("POST", PATH + "text/", body)).body()).startsWith("{\"detail\":\"JSON parse error - ");
    }

    @Test
    void textThatIsNotUtf8IsRejected() {
        var body = new byte[] {'{', '"', 'x', '"', ':', '"', (byte) 0xed, (byte) 0xa0, (byte) 0x80, '"', '}'};
        var answer = send(
                to(PATH + "text/").POST(BodyPublishers.ofByteArray(body)).header("Content-Type", "application/json"));

        assertThat(answer.statusCode()).isEqualTo(400);
    }

    @Test
    void deepNestingIsRejected() {
        var answer = send(json("POST", PATH + "text/", "[".repeat(4000)));

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).doesNotContain("Constraints");
    }

    @Test
    void theLastOfDuplicateFieldsCounts() {
        assertThat(send(json("POST", PATH + "text/", "{\"x\":1,\"x\":2}")).body())
                .isEqualTo("{\"x\":\"2\"}");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"application/json", "application/json; charset=utf-8", "Application/JSON;charset=\"iso-8859-1\""
            })
    void theCharsetOfJsonIsUtf8WhateverTheHeaderDeclares(String type) {
        assertThat(posted("text", type, "{\"x\":\"\u00fc\"}").body()).isEqualTo("{\"x\":\"\\u00fc\"}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"application/xml", "text/plain; charset=utf-8", "application/vnd.api+json", "nonsense"})
    void otherMediaTypesAreNamedInTheRejection(String type) {
        var answer = posted("text", type, "<a/>");

        assertThat(answer.statusCode()).isEqualTo(415);
        assertThat(answer.body()).isEqualTo("{\"detail\":\"Unsupported media type \\\"" + type + "\\\" in request.\"}");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            text            | x=a+%C3%BC%21&y=1 | "a \\u00fc!"
            text            | x=a&x=b           | "b"
            text            | x=100%            | "100%"
            text-or         | x=                | "now"
            text-or-blank   | x=                | ""
            integer         | x=7               | 7
            integer-or      | x=                | 7
            integer-or-null | x=                | null
            bool            | x=on              | true
            bool            | y=1               | false
            """)
    void theFieldsOfAnHtmlFormAreRead(String way, String body, String value) {
        assertThat(posted(way, URL_ENCODED, body).body()).isEqualTo("{\"x\":" + value + "}");
        var answer =
                send(to(PATH + way + "?z=1").PUT(BodyPublishers.ofString(body)).header("Content-Type", URL_ENCODED));
        assertThat(answer.body()).isEqualTo("{\"x\":" + value + "}");
    }

    @ParameterizedTest
    @CsvSource({"text, This field may not be blank.", "integer, A valid integer is required."})
    void requiredFieldsMayNotBeEmptyInAnHtmlForm(String way, String refusal) {
        assertThat(posted(way, URL_ENCODED, "x=").body()).isEqualTo("{\"x\":[\"" + refusal + "\"]}");
    }

    @Test
    void aCheckboxAbsentFromAPatchKeepsItsValue() {
        var answer = send(to(PATH + "bool")
                .method("PATCH", BodyPublishers.ofString("y=1"))
                .header("Content-Type", URL_ENCODED));

        assertThat(answer.body()).isEqualTo("{\"x\":true}");
    }

    @Test
    void thePartsOfAMultipartFormAreRead() {
        assertThat(multipart("--b\r\nContent-Disposition: form-data; name=\"x\"\r\n\r\n\u00fc b\r\n--b--\r\n")
                        .body())
                .isEqualTo("{\"x\":\"\\u00fc b\"}");
    }

    @Test
    void aMalformedMultipartFormIsRejected() {
        assertThat(posted("text", "multipart/form-data", "--b").body())
                .isEqualTo("{\"detail\":\"Multipart form parse error - not valid parts\"}");
        assertThat(multipart("--b\r\nnonsense").statusCode()).isEqualTo(400);
    }

    @ParameterizedTest
    @ValueSource(strings = {"application/json", URL_ENCODED, "multipart/form-data; boundary=b", "text/plain"})
    void aBodyThatIsTooLargeIsRejected(String type) {
        var body = new byte[8 * 1024 + 1];
        var known = to(PATH + "text/").POST(BodyPublishers.ofByteArray(body));
        var unknown = to(PATH + "text/").POST(BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(body)));

        assertThat(send(known.header("Content-Type", type)).statusCode()).isEqualTo(413);
        if (!type.startsWith("multipart")) {
            assertThat(send(unknown.header("Content-Type", type)).body())
                    .isEqualTo("{\"detail\":\"The request body is too large.\"}");
        }
    }

    @Test
    void aPartThatIsTooLargeIsRejected() {
        var part = "--b\r\nContent-Disposition: form-data; name=\"x\"\r\n\r\n" + "a".repeat(8 * 1024) + "\r\n--b--\r\n";
        var answer = send(to(PATH + "text/")
                .POST(BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(part.getBytes(UTF_8))))
                .header("Content-Type", "multipart/form-data; boundary=b"));

        assertThat(answer.statusCode()).isEqualTo(413);
    }

    private static HttpResponse<String> posted(String way, String type, String body) {
        return send(to(PATH + way + "/").POST(BodyPublishers.ofString(body)).header("Content-Type", type));
    }

    private static HttpResponse<String> multipart(String body) {
        return posted("text", "multipart/form-data; boundary=b", body);
    }
}
