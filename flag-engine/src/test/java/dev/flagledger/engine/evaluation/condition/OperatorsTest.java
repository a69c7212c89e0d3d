package dev.flagledger.engine.evaluation.condition;

import static dev.flagledger.api.segment.Operator.CONTAINS;
import static dev.flagledger.api.segment.Operator.IN;
import static dev.flagledger.api.segment.Operator.IS_NOT_SET;
import static dev.flagledger.api.segment.Operator.IS_SET;
import static dev.flagledger.api.segment.Operator.MODULO;
import static dev.flagledger.api.segment.Operator.NOT_CONTAINS;
import static dev.flagledger.api.segment.Operator.PERCENTAGE_SPLIT;
import static dev.flagledger.api.segment.Operator.REGEX;
import static dev.flagledger.engine.evaluation.condition.Asking.KEY;
import static dev.flagledger.engine.evaluation.condition.Asking.holds;
import static org.assertj.core.api.Assertions.assertThat;

import dev.flagledger.engine.evaluation.context.IdentityContext;
import dev.flagledger.engine.evaluation.percentage.Percentage;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OperatorsTest {

    @Test
    void containsAppliesToTextOnly() {
        assertThat(holds("premium", CONTAINS, "emi")).isTrue();
        assertThat(holds("premium", CONTAINS, "EMI")).isFalse();
        assertThat(holds("premium", CONTAINS, "")).isTrue();
        assertThat(holds("premium", NOT_CONTAINS, "x")).isTrue();
        assertThat(holds("premium", NOT_CONTAINS, "emi")).isFalse();
        for (var other : List.<Object>of(123, "123", 1.5, "1.5", true)) {
            assertThat(holds(other, CONTAINS, "1")).isFalse();
            assertThat(holds(other, NOT_CONTAINS, "x")).isFalse();
        }
    }

    @Test
    void patternsMatchFromTheStartOfAnyValueAsText() {
        assertThat(holds("pro-1", REGEX, "pro")).isTrue();
        assertThat(holds("a pro", REGEX, "pro")).isFalse();
        assertThat(holds(123, REGEX, "\\d*[13579]$")).isTrue();
        assertThat(holds("007", REGEX, "7$")).isTrue();
        assertThat(holds(1e7, REGEX, "10000000\\.0$")).isTrue();
        assertThat(holds(true, REGEX, "True$")).isTrue();
        assertThat(holds("x", REGEX, "(")).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "35, 4|3, true",
        "-1, 2|1, true",
        "1, -2|-1, true",
        "-4, 2|0, true",
        "35.5, 4.25|1.5, true",
        "'35', ' 4 |3e0', true",
        "35, 4|2, false",
        "1.0, 0|0, false",
        "1, 0|nan, false",
        "5, inf|5, true",
        "5, nan|nan, false",
        "abc, 2|0, false",
        "2, 2|0|0, false",
        "2, 2, false",
        "2, '', false",
        "2, |, false",
        "2, two|0, false",
        "99999999999999999999999999999999999999, 2|0, true"
    })
    void remaindersHaveTheSignOfTheDivisor(String trait, String value, boolean expected) {
        assertThat(holds(trait, MODULO, value)).isEqualTo(expected);
    }

    @Test
    void booleansHaveNoRemainder() {
        assertThat(holds(true, MODULO, "2|1")).isFalse();
        assertThat(holds(false, MODULO, "2|0")).isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "a; a,b; true",
                "b; a, b; false",
                "' b'; a, b; true",
                "''; a,; true",
                "''; ''; true",
                "a; a,a; true",
                "2; 1,2; true",
                "007; 7; true",
                "007; 007; false",
                "1.5; 1.5; false",
                "True; True; true",
                "vip; [\"pro\",\"vip\"]; true",
                "2; [1, 2]; true",
                "99999999999999999999; [99999999999999999999]; true",
                "[1; [1,2; true",
                "vip]; [pro,vip]; true",
                "'[''a'''; '[''a'', ''b'']'; true",
                "a; '[''a'', ''b'']'; false",
                "a; [\"a\"] x; false",
                "a; [[\"a\"]]; false",
                "None; [null]; true",
                "True; [true]; true",
                "x; []; false"
            })
    void listsAreArraysOrCommaSeparated(String trait, String list, boolean expected) {
        assertThat(holds(trait, IN, list)).isEqualTo(expected);
    }

    @Test
    void onlyTextAndIntegersMatchLists() {
        assertThat(holds(2, IN, "[\"1\",\"2\"]")).isTrue();
        assertThat(holds(0, IN, "0")).isTrue();
        assertThat(holds(2.0, IN, "2,2.0")).isFalse();
        assertThat(holds(true, IN, "true,True,1")).isFalse();
    }

    @Test
    void anyValueCountsAsSet() {
        for (var trait : List.<Object>of("", 0, false, "x")) {
            assertThat(holds(trait, IS_SET, "ignored")).isTrue();
            assertThat(holds(trait, IS_NOT_SET, null)).isFalse();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "$.identity.key"})
    void aSplitHashesTheIdentitysKey(String property) {
        var threshold = Percentage.of("41", KEY);
        assertThat(holds(Map.of(), PERCENTAGE_SPLIT, property, Double.toString(threshold)))
                .as("the threshold is inside")
                .isTrue();
        assertThat(holds(Map.of(), PERCENTAGE_SPLIT, property, Double.toString(Math.nextDown(threshold))))
                .isFalse();
        assertThat(holds(Map.of(), PERCENTAGE_SPLIT, property, "100")).isTrue();
        assertThat(holds(Map.of(), PERCENTAGE_SPLIT, property, "-1")).isFalse();
        for (var nonsense : List.of("", "half", "nan", "50%")) {
            assertThat(holds(Map.of(), PERCENTAGE_SPLIT, property, nonsense)).isFalse();
        }
    }

    @Test
    void aSplitByATraitHashesItsText() {
        for (var trait : Map.<Object, String>of("acme", "acme", "007", "7", 1.0, "1.0", true, "True")
                .entrySet()) {
            var threshold = Percentage.of("41", trait.getValue());
            assertThat(holds(trait.getKey(), PERCENTAGE_SPLIT, "" + threshold)).isTrue();
            assertThat(holds(trait.getKey(), PERCENTAGE_SPLIT, "" + Math.nextDown(threshold)))
                    .isFalse();
        }
    }

    /** Unlike the value at a path, the key itself is not parsed as a number. */
    @Test
    void aNumericKeyIsComparedAsText() {
        var identity = new IdentityContext("ana", "007", Map.of());
        assertThat(holds(identity, PERCENTAGE_SPLIT, null, "" + Percentage.of("41", "007")))
                .isTrue();
        assertThat(holds(identity, PERCENTAGE_SPLIT, "", "" + Math.nextDown(Percentage.of("41", "007"))))
                .isFalse();
        assertThat(holds(identity, PERCENTAGE_SPLIT, "$.identity.key", "" + Percentage.of("41", "7")))
                .isTrue();
    }

    @Test
    void withoutAnIdentityNoSplitMatches() {
        IdentityContext none = null;
        assertThat(holds(none, PERCENTAGE_SPLIT, "", "100")).isFalse();
        assertThat(holds(none, PERCENTAGE_SPLIT, "$.identity.key", "100")).isFalse();
        assertThat(holds(none, PERCENTAGE_SPLIT, "$.environment.name", "100")).isTrue();
    }
}
