package dev.flagledger.contract.form;

import static dev.flagledger.contract.http.SampleServer.json;
import static dev.flagledger.contract.http.SampleServer.send;
import static org.assertj.core.api.Assertions.assertThat;

import dev.flagledger.contract.http.SampleServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Lists in bodies, and queries: sections 3.2, 3.3 and 3.6 of the second part of the admin contract. */
class NestedFormsTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            ids      | []             | []
            ids      | [3,"4",3]      | [3,4]
            integers | [3,"4",3]      | [3,4,3]
            integers | []             | []
            forms    | []             | []
            forms    | [{"a":"b"}]    | ["b"]
            filled   | [{"a":"b"}]    | ["b"]
            """)
    void aListIsRead(String way, String sent, String read) {
        assertThat(send(json("POST", "/api/v1/traits/form/" + way, "{\"x\":" + sent + "}"))
                        .body())
                .isEqualTo("{\"x\":" + read + "}");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            ids      | [3,99]          | ["Invalid pk \\"99\\" - object does not exist."]
            ids      | [9999999999]    | ["Invalid pk \\"9999999999\\" - object does not exist."]
            ids      | ["x",99]        | ["Incorrect type. Expected pk value, received str."]
            ids      | [true]          | ["Incorrect type. Expected pk value, received bool."]
            ids      | [null]          | ["This field may not be null."]
            ids      | null            | ["This field may not be null."]
            ids      | 3               | ["Expected a list of items but got type \\"int\\"."]
            integers | ["x",1,null]    | {"0":["A valid integer is required."],"2":["This field may not be null."]}
            integers | {}              | ["Expected a list of items but got type \\"dict\\"."]
            filled   | []              | {"non_field_errors":["This list may not be empty."]}
            filled   | null            | ["This field may not be null."]
            filled   | [{}]            | [{"a":["This field is required."]}]
            forms    | "a"             | {"non_field_errors":["Expected a list of items but got type \\"str\\"."]}
            forms    | null            | ["This field may not be null."]
            forms    | [{"a":1},{},7]  | [{},{"a":["This field is required."]},{"non_field_errors":["Invalid data. Expected a dictionary, but got int."]}]
            """)
    void aWrongListIsRejected(String way, String sent, String problems) {
        var answer = send(json("POST", "/api/v1/traits/form/" + way, "{\"x\":" + sent + "}"));

        assertThat(answer.body()).isEqualTo("{\"x\":" + problems + "}");
        assertThat(answer.statusCode()).isEqualTo(400);
    }

    @Test
    void anAbsentListIsNoEmptyList() {
        assertThat(send(json("POST", "/api/v1/traits/form/ids", "{}")).body()).isEqualTo("{\"x\":[-1]}");
        assertThat(send(json("POST", "/api/v1/traits/form/filled", "{}")).body())
                .isEqualTo("{\"x\":[\"This field is required.\"]}");
        assertThat(send(json("POST", "/api/v1/traits/form/integers", "{}")).body())
                .isEqualTo("{\"x\":[\"This field is required.\"]}");
    }

    @Test
    void theQueryParametersOfAReadAreAForm() {
        assertThat(get("bool-or-null?x=no")).isEqualTo("{\"x\":false}");
        assertThat(get("bool-or-null?x=")).isEqualTo("{\"x\":null}");
        assertThat(get("bool?y=1")).isEqualTo("{\"x\":true}");
        assertThat(get("choice?x=blue&x=red")).isEqualTo("{\"x\":\"red\"}");
        assertThat(get("choice?x=blue")).isEqualTo("{\"x\":[\"\\\"blue\\\" is not a valid choice.\"]}");
    }

    private static String get(String path) {
        return send(SampleServer.to("/api/v1/traits/form/" + path)).body();
    }
}
