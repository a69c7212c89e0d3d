package dev.flagledger.contract.form;

import static dev.flagledger.contract.http.SampleServer.json;
import static dev.flagledger.contract.http.SampleServer.send;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Sections 0.2 and 0.3 of the admin contract, 0.2 of its second part, 1.3 of the SDK contract. */
class FormTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            text            | "abc"            | "abc"
            text            | " \\t\\u00a0a b\\u3000\\n" | "a b"
            text            | "\\ud83d\\ude80\\ud83d\\ude80\\ud83d\\ude80\\ud83d\\ude80\\ud83d\\ude80" | "\\ud83d\\ude80\\ud83d\\ude80\\ud83d\\ude80\\ud83d\\ude80\\ud83d\\ude80"
            text            | 5                | "5"
            text            | -0               | "0"
            text            | 1.50             | "1.5"
            text            | 1e2              | "100.0"
            text            | 1e20             | "1e+20"
            text            | 1.5e-7           | Ensure this field has no more than 5 characters.
            text            | 0.00001          | "1e-05"
            text            | -0.0             | "-0.0"
            text            | "123456"         | Ensure this field has no more than 5 characters.
            text            | 123456           | Ensure this field has no more than 5 characters.
            text            | ""               | This field may not be blank.
            text            | " \\u00a0 "      | This field may not be blank.
            text            | null             | This field may not be null.
            text            | true             | Not a valid string.
            text            | []               | Not a valid string.
            text            | {}               | Not a valid string.
            text            | 1e999            | Not a valid string.
            text            | "a\\ud800b"      | Not a valid string.
            text            | "a\\u0000b"      | Null characters are not allowed.
            text-or         | ""               | This field may not be blank.
            text-or         | null             | This field may not be null.
            text-or-null    | null             | null
            text-or-null    | "  "             | ""
            text-or-blank   | "  "             | ""
            text-or-blank   | null             | This field may not be null.
            secret          | "  a "           | "  a "
            secret          | ""               | This field may not be blank.
            email           | " Jane@Ex.test " | "Jane@Ex.test"
            email           | "j.o'h+x@b-\\u00fc.test" | "j.o'h+x@b-\\u00fc.test"
            email           | "\\"a!b\\"@ex.test" | "\\"a!b\\"@ex.test"
            email           | "a@localhost"    | "a@localhost"
            email           | "a@[127.0.0.1]"  | "a@[127.0.0.1]"
            emailOrNull     | "jane@ex.test"   | "jane@ex.test"
            emailOrNull     | ""               | ""
            emailOrNull     | null             | null
            emailOrNull     | "jane"           | Enter a valid email address.
            email           | "jane"           | Enter a valid email address.
            email           | "@ex.test"       | Enter a valid email address.
            email           | "jane@"          | Enter a valid email address.
            email           | "jane@test"      | Enter a valid email address.
            email           | "jane@.test"     | Enter a valid email address.
            email           | "jane@-ex.test"  | Enter a valid email address.
            email           | "ja ne@ex.test"  | Enter a valid email address.
            email           | "a@b@ex.test"    | Enter a valid email address.
            bool            | true             | true
            bool            | false            | false
            bool            | 1                | true
            bool            | 0.0              | false
            bool            | "True"           | true
            bool            | "t"              | true
            bool            | "YES"            | true
            bool            | "on"             | true
            bool            | "1"              | true
            bool            | "off"            | false
            bool            | "N"              | false
            bool            | 2                | Must be a valid boolean.
            bool            | "maybe"          | Must be a valid boolean.
            bool            | ""               | Must be a valid boolean.
            bool            | []               | Must be a valid boolean.
            bool            | null             | This field may not be null.
            bool-or-null    | null             | null
            bool-or-null    | "null"           | null
            choice          | "red"            | "red"
            choice          | 12               | "12"
            choice          | null             | This field may not be null.
            choice-or-null  | null             | null
            percentage      | 0                | 0.0
            percentage      | "12.5"           | 12.5
            percentage      | 1e2              | 100.0
            percentage      | 100.1            | Ensure this value is less than or equal to 100.
            percentage      | -0.1             | Ensure this value is greater than or equal to 0.
            percentage      | "x"              | A valid number is required.
            percentage      | "0x1"            | A valid number is required.
            percentage      | {}               | A valid number is required.
            percentage      | null             | This field may not be null.
            integer         | 7                | 7
            integer         | "7"              | 7
            integer         | " +7.0 "         | 7
            integer         | 7.0              | 7
            integer         | 7e1              | 70
            integer         | -2147483648      | -2147483648
            integer         | 2147483648       | Ensure this value is less than or equal to 2147483647.
            integer         | "-2147483649"    | Ensure this value is greater than or equal to -2147483648.
            integer         | 7.5              | A valid integer is required.
            integer         | "x"              | A valid integer is required.
            integer         | ""               | A valid integer is required.
            integer         | true             | A valid integer is required.
            integer         | {}               | A valid integer is required.
            integer         | null             | This field may not be null.
            integer-or      | null             | This field may not be null.
            integer-or-null | null             | null
            time-or-null    | "2031-03-04T09:10:11Z" | "2031-03-04T09:10:11Z"
            time-or-null    | null | null
            """)
    void aFieldIsReadOrRejected(String way, String sent, String outcome) {
        var answer = send(json("POST", "/api/v1/traits/form/" + way + "/", "{\"y\":0,\"x\":" + sent + "}"));

        var read = !outcome.endsWith(".");
        assertThat(answer.body()).isEqualTo(read ? "{\"x\":" + outcome + "}" : "{\"x\":[\"" + outcome + "\"]}");
        assertThat(answer.statusCode()).isEqualTo(read ? 200 : 400);
    }

    @ParameterizedTest
    @CsvSource({
        "text-or, now",
        "text-or-null, now",
        "text-or-blank, now",
        "bool, true",
        "bool-or-null, true",
        "choice, now",
        "choice-or-null, now",
        "percentage, 12.5",
        "integer-or, 7",
        "integer-or-null, 7",
        "time-or-null, 1970-01-01T00:00:00Z"
    })
    void anAbsentFieldReadsAsItsDefault(String way, String kept) {
        assertThat(send(json("PUT", "/api/v1/traits/form/" + way, "{}")).body().replace("\"", ""))
                .isEqualTo("{x:" + kept + "}");
    }

    @ParameterizedTest
    @CsvSource({"text", "secret", "email", "integer"})
    void anAbsentRequiredFieldIsReported(String way) {
        assertThat(send(json("POST", "/api/v1/traits/form/" + way, "")).body())
                .isEqualTo("{\"x\":[\"This field is required.\"]}");
    }

    @Test
    void aNumberOfMoreThanAThousandDigitsIsRejected() {
        var sent = "{\"x\":\"" + "9".repeat(1001) + "\"}";

        assertThat(send(json("POST", "/api/v1/traits/form/integer", sent)).body())
                .isEqualTo("{\"x\":[\"String value too large.\"]}");
    }

    @Test
    void allErrorsAreReportedAtOnce() {
        assertThat(send(json("POST", "/api/v1/traits/form/many/", "{\"limit\":\"x\"}"))
                        .body())
                .isEqualTo("{\"name\":[\"This field is required.\",\"No such name.\"],"
                        + "\"limit\":[\"A valid integer is required.\"]}");
    }
}
