package dev.flagledger.engine.evaluation.condition;

import static dev.flagledger.api.segment.Operator.EQUAL;
import static dev.flagledger.api.segment.Operator.GREATER_THAN;
import static dev.flagledger.api.segment.Operator.GREATER_THAN_INCLUSIVE;
import static dev.flagledger.api.segment.Operator.LESS_THAN;
import static dev.flagledger.api.segment.Operator.LESS_THAN_INCLUSIVE;
import static dev.flagledger.api.segment.Operator.NOT_EQUAL;
import static dev.flagledger.engine.evaluation.condition.Asking.holds;
import static org.assertj.core.api.Assertions.assertThat;

import dev.flagledger.api.segment.Operator;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class ComparisonTest {

    @ParameterizedTest
    @CsvSource({
        "10, 9, 1",
        "10, 10, 0",
        "-1, 0, -1",
        "007, 7, 0",
        "42, ' +4_2 ', 0",
        "42, ٤٢, 0",
        "99999999999999999999, 99999999999999999998, 1",
        "9007199254740993, 9007199254740992, 1",
        "1.10, 1.1, 0",
        "1.5, 1e3, -1",
        "2.5, ' .5 ', 1",
        "2.5, 2., 1",
        "1.0, inf, -1",
        "1.0, -Infinity, 1",
        "b, a, 1",
        "a, B, 1",
        "abc, abcd, -1",
        "'', '', 0",
        "ﬀ, 😀, -1",
        "😀, ﬀ, 1",
        "-, a, -1",
        "1., 1, 1",
        "4٢, 4a, 1"
    })
    void numericTextIsComparedAsANumberAndOtherTextByCodePoints(String trait, String value, int order) {
        assertThat(holds(trait, EQUAL, value)).isEqualTo(order == 0);
        assertThat(holds(trait, NOT_EQUAL, value)).isEqualTo(order != 0);
        assertThat(holds(trait, GREATER_THAN, value)).isEqualTo(order > 0);
        assertThat(holds(trait, GREATER_THAN_INCLUSIVE, value)).isEqualTo(order >= 0);
        assertThat(holds(trait, LESS_THAN, value)).isEqualTo(order < 0);
        assertThat(holds(trait, LESS_THAN_INCLUSIVE, value)).isEqualTo(order <= 0);
    }

    @ParameterizedTest
    @CsvSource({
        "10, 10.0",
        "10, abc",
        "10, ''",
        "10, 1__0",
        "10, _10",
        "10, 10:semver",
        "10, 0x0a",
        "1, true",
        "1.5, abc",
        "1.5, 1d",
        "1.5, 0x1p3",
        "1.5, 1e",
        "1.5, ''",
        "1.2, 1.2.0:semver",
        "abc, 1.0.0:semver",
        "1.0.0, abc:semver",
        "1.0.0, :semver"
    })
    void anIncompatibleOperandMatchesNeitherTheConditionNorItsNegation(String trait, String value) {
        assertThat(holds(trait, EQUAL, value)).isFalse();
        assertThat(holds(trait, NOT_EQUAL, value)).isFalse();
        assertThat(holds(trait, LESS_THAN_INCLUSIVE, value)).isFalse();
        assertThat(holds(trait, GREATER_THAN_INCLUSIVE, value)).isFalse();
    }

    @Test
    void nanIsUnequalToEveryNumber() {
        assertThat(holds(1.5, NOT_EQUAL, "nan")).isTrue();
        assertThat(holds(Double.NaN, NOT_EQUAL, "NaN")).isTrue();
        assertThat(holds(Double.NaN, EQUAL, "nan")).isFalse();
        assertThat(holds(1.5, LESS_THAN_INCLUSIVE, "nan")).isFalse();
        assertThat(holds(1.5, GREATER_THAN_INCLUSIVE, "nan")).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "true, true, 0",
        "true, 1, 0",
        "true, 0, 0",
        "true, '', 0",
        "true, no, 0",
        "true, FALSE, 0",
        "true, false, 1",
        "true, False, 1",
        "false, False, 0",
        "false, 0, -1",
        "false, true, -1"
    })
    void onlyTheTextFalseIsFalse(boolean trait, String value, int order) {
        assertThat(holds(trait, EQUAL, value)).isEqualTo(order == 0);
        assertThat(holds(trait, NOT_EQUAL, value)).isEqualTo(order != 0);
        assertThat(holds(trait, GREATER_THAN, value)).isEqualTo(order > 0);
        assertThat(holds(trait, LESS_THAN, value)).isEqualTo(order < 0);
    }

    @Test
    void integersAndFloatsAreCompared() {
        for (var number : List.<Object>of((byte) 7, (short) 7, 7, 7L, BigInteger.valueOf(7))) {
            assertThat(holds(number, EQUAL, "7")).isTrue();
            assertThat(holds(number, EQUAL, "7.0")).isFalse();
        }
        for (var number : List.<Object>of(7f, 7d, new BigDecimal("7"))) {
            assertThat(holds(number, EQUAL, "7")).isTrue();
            assertThat(holds(number, EQUAL, "7.0")).isTrue();
        }
        assertThat(holds(-0.0, EQUAL, "0")).isTrue();
        assertThat(holds(-0.0, LESS_THAN, "0")).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "1.0.0, 1.0.0, 0",
        "1.0.1, 1.0.0, 1",
        "1.10.0, 1.9.0, 1",
        "1.0.0, 2.0.0, -1",
        "1.0.0-alpha, 1.0.0, -1",
        "1.0.0-alpha, 1.0.0-alpha.1, -1",
        "1.0.0-alpha.1, 1.0.0-alpha.beta, -1",
        "1.0.0-beta.2, 1.0.0-beta.11, -1",
        "1.0.0-rc.1, 1.0.0-beta.11, 1",
        "1.0.0-0a, 1.0.0-1, 1",
        "1.0.0-A, 1.0.0-a, -1",
        "1.0.0+one, 1.0.0+two, 0",
        "1.0.0--, 1.0.0, -1",
        "99999999999999999999.0.0, 9.0.0, 1"
    })
    void versionsAreComparedBySemanticVersioning(String trait, String version, int order) {
        assertThat(holds(trait, EQUAL, version + ":semver")).isEqualTo(order == 0);
        assertThat(holds(trait, NOT_EQUAL, version + ":semver")).isEqualTo(order != 0);
        assertThat(holds(trait, GREATER_THAN, version + ":semver")).isEqualTo(order > 0);
        assertThat(holds(trait, LESS_THAN_INCLUSIVE, version + ":semver")).isEqualTo(order <= 0);
    }

    @ParameterizedTest
    @CsvSource({
        "v1.0.0",
        "01.0.0",
        "1.0",
        "1.0.0.0",
        "1.0.0-",
        "1.0.0-01",
        "1.0.0-a..b",
        "1.0.0+",
        "1.0.0-ä",
        "' 1.0.0'",
        "1.0.0:semver"
    })
    void anInvalidVersionMatchesNothing(String trait) {
        assertThat(holds(trait, NOT_EQUAL, "1.0.0:semver")).isFalse();
        assertThat(holds(trait, GREATER_THAN_INCLUSIVE, "0.0.0:semver")).isFalse();
    }

    @ParameterizedTest
    @EnumSource(Operator.class)
    void aMissingPropertyMatchesIsNotSetOnly(Operator operator) {
        boolean expected = operator == Operator.IS_NOT_SET;
        assertThat(holds((Object) null, operator, "x")).isEqualTo(expected);
        assertThat(holds(Map.of(), operator, "it", "x")).isEqualTo(expected);
        assertThat(holds(List.of("x"), operator, "x")).isEqualTo(expected);
        assertThat(holds(Map.of("x", "x"), operator, "x")).isEqualTo(expected);
    }

    @ParameterizedTest
    @EnumSource(Operator.class)
    void aConditionWithoutOperandMatchesOnlyIfItNeedsNone(Operator operator) {
        assertThat(holds("x", operator, null)).isEqualTo(operator == Operator.IS_SET);
    }

    @Property
    void comparisonsNeverThrow(
            @ForAll Operator operator, @ForAll String property, @ForAll String trait, @ForAll String value) {
        assertThat(holds(Map.of(property, trait), operator, property, value)).isIn(true, false);
    }

    @Property
    void exactlyOneOfAConditionAndItsNegationMatches(@ForAll int trait, @ForAll int value) {
        assertThat(holds(trait, EQUAL, "" + value)).isNotEqualTo(holds(trait, NOT_EQUAL, "" + value));
        assertThat(holds(trait, LESS_THAN, "" + value))
                .isNotEqualTo(holds("" + trait, GREATER_THAN_INCLUSIVE, "" + value));
    }
}
