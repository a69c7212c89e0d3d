package dev.flagledger.webhook.payload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The canonical form and the signature of the contract. The golden vectors were made by Python's JSON and HMAC. */
class CanonicalJsonTest {

    @Test
    void theFirstGoldenVectorHolds() {
        var data = new HashMap<String, @Nullable Object>();
        data.put("timestamp", "2031-05-06T07:08:09.000010Z");
        data.put("new_state", null);
        data.put("changed_by", "ana@example.test");

        var body = CanonicalJson.bytes(Map.of("event_type", "FLAG_UPDATED", "data", data));

        assertThat(body).hasSize(137).asString().isEqualTo("""
                {"data": {"changed_by": "ana@example.test", "new_state": null, \
                "timestamp": "2031-05-06T07:08:09.000010Z"}, "event_type": "FLAG_UPDATED"}""");
        assertThat(FlagsmithSignature.of("s3cret", body))
                .isEqualTo("9f4460196b3f19505cd22bb084a0b4ce54b74b06d3ca8f2edd4484c9a2eb69f4");
    }

    @Test
    void theSecondGoldenVectorHolds() {
        var data = new HashMap<String, @Nullable Object>(Map.of(
                "v", "é/\u007f😀\n\"", "t", true, "n", 50.0, "m", 12.5, "a", List.of(1, Map.of("b", 2, "A", 1))));
        data.put("z", null);

        var body = CanonicalJson.bytes(Map.of("data", data, "event_type", "FLAG_UPDATED"));

        assertThat(body).hasSize(150).asString().isEqualTo("""
                {"data": {"a": [1, {"A": 1, "b": 2}], "m": 12.5, "n": 50.0, "t": true, \
                "v": "\\u00e9/\\u007f\\ud83d\\ude00\\n\\"", "z": null}, "event_type": "FLAG_UPDATED"}""");
        assertThat(FlagsmithSignature.of("clé", body))
                .isEqualTo("bce8ede06866b7b8fc4ab151b100141c4ad20f19218ac3b9973d0af40cdaf00f");
    }

    @Test
    void everyControlCharacterIsEscapedInItsShortestForm() {
        assertThat(text("\b\f\n\r\t\\\"\u0000\u001f\u007f\u0080\u2028<>/&'"))
                .isEqualTo("\"\\b\\f\\n\\r\\t\\\\\\\"\\u0000\\u001f\\u007f\\u0080\\u2028<>/&'\"");
    }

    @Test
    void aLoneSurrogateIsEscapedLikeAnyOtherCharacter() {
        assertThat(text("a\ud83d")).isEqualTo("\"a\\ud83d\"");
    }

    @Test
    void keysAreSortedByCodePointNotByCodeUnit() {
        assertThat(text(Map.of("\ue000", 1, "😀", 2, "é", 3)))
                .isEqualTo("{\"\\u00e9\": 3, \"\\ue000\": 1, \"\\ud83d\\ude00\": 2}");
    }

    @Test
    void emptyObjectsAndListsContainNoSpace() {
        assertThat(text(List.of(Map.of(), List.of(), ""))).isEqualTo("[{}, [], \"\"]");
    }

    @Test
    void absentAndNullDiffer() {
        assertThat(text(Collections.singletonMap("a", null))).isEqualTo("{\"a\": null}");
        assertThat(text(Arrays.asList(null, Long.MIN_VALUE, false))).isEqualTo("[null, -9223372036854775808, false]");
    }

    @ParameterizedTest
    @CsvSource({
        "0.0, 0.0",
        "-0.0, -0.0",
        "50.0, 50.0",
        "100, 100.0",
        "33.34, 33.34",
        "0.1, 0.1",
        "1e-4, 0.0001",
        "1e-5, 1e-05",
        "-1.5e-7, -1.5e-07",
        "12345678.9, 12345678.9",
        "1e15, 1000000000000000.0",
        "1e16, 1e+16",
        "1.5e300, 1.5e+300",
        "1e-100, 1e-100",
        "0.30000000000000004, 0.30000000000000004",
        "123456789012345680, 1.2345678901234568e+17"
    })
    void floatsHavePythonsFormat(double number, String expected) {
        assertThat(text(number)).isEqualTo(expected);
    }

    @Test
    void valuesWithoutAJsonFormAreRejected() {
        assertThatIllegalArgumentException().isThrownBy(() -> text(Double.NaN));
        assertThatIllegalArgumentException().isThrownBy(() -> text(BigDecimal.ONE));
        assertThatIllegalArgumentException().isThrownBy(() -> text(Map.of(1, "one")));
    }

    /** The text of a single value, cut out of the object that every body is. */
    private static String text(Object value) {
        var body = new String(CanonicalJson.bytes(Map.of("", value)), StandardCharsets.US_ASCII);
        return body.substring("{\"\": ".length(), body.length() - 1);
    }
}
