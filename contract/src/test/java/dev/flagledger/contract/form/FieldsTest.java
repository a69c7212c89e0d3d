package dev.flagledger.contract.form;

import static dev.flagledger.contract.http.SampleServer.json;
import static dev.flagledger.contract.http.SampleServer.send;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Section 8 of the second part of the admin contract. */
class FieldsTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            printed      | "x":" a "               | "a"
            printed      | "x":""                  | ""
            printed      | "x":true                | "True"
            printed      | "x":false               | "False"
            printed      | "x":null                | "None"
            printed      | "x":5                   | "5"
            printed      | "x":1.0                 | "1.0"
            printed      | "x":1e20                | "1e+20"
            printed      | "x":1e999               | "inf"
            printed      | "x":-1e999              | "-inf"
            printed      | "x":["a","b"]           | "['a', 'b']"
            printed      | "x":[1,2.5,null,[]]     | "[1, 2.5, None, []]"
            printed      | "x":{"a":true,"b":{}}   | "{'a': True, 'b': {}}"
            printed      | "x":["it's"]            | "[\\"it's\\"]"
            printed      | "x":["'\\""]            | "['\\\\'\\"']"
            printed      | "x":["\\n\\t\\r\\\\"]   | "['\\\\n\\\\t\\\\r\\\\\\\\']"
            printed      | "x":["\\u0007\\u00e9"]  | "['\\\\x07\\u00e9']"
            printed      | "x":["\\u00a0\\u2028"]  | "['\\\\xa0\\\\u2028']"
            printed      | "y":1                   | null
            choice-there | "x":12                  | "12"
            name-or-null | "x":" a "               | "a"
            name-or-null | "x":null                | null
            name-or-null | "y":1                   | null
            id           | "x":"7"                 | 7
            id-or-null   | "x":7                   | 7
            id-or-null   | "x":null                | null
            id-or-null   | "y":1                   | 3
            """)
    void aFieldIsRead(String way, String sent, String read) {
        var answer = send(json("POST", "/api/v1/traits/form/" + way, "{" + sent + "}"));

        assertThat(answer.body().replace("\u00e9", "\\u00e9")).isEqualTo("{\"x\":" + read + "}");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            printed      | "x":"123456789012345678901" | Ensure this field has no more than 20 characters.
            printed      | "x":["123456789012345678"]  | Ensure this field has no more than 20 characters.
            choice-there | "y":1                       | This field is required.
            choice-there | "x":null                    | This field may not be null.
            choice-there | "x":"blue"                  | \\"blue\\" is not a valid choice.
            name-or-null | "x":"  "                    | This field may not be blank.
            name-or-null | "x":"123456"                | Ensure this field has no more than 5 characters.
            id           | "y":1                       | This field is required.
            id           | "x":null                    | This field may not be null.
            id           | "x":99                      | Invalid pk \\"99\\" - object does not exist.
            id-or-null   | "x":99                      | Invalid pk \\"99\\" - object does not exist.
            id-or-null   | "x":"a"                     | Incorrect type. Expected pk value, received str.
            """)
    void aWrongFieldIsRejected(String way, String sent, String problem) {
        var answer = send(json("POST", "/api/v1/traits/form/" + way, "{" + sent + "}"));

        assertThat(answer.body()).isEqualTo("{\"x\":[\"" + problem + "\"]}");
        assertThat(answer.statusCode()).isEqualTo(400);
    }
}
