package dev.flagledger.engine.evaluation;

import static dev.flagledger.engine.evaluation.Samples.ANA;
import static dev.flagledger.engine.evaluation.Samples.FREE;
import static dev.flagledger.engine.evaluation.Samples.NOTHING;
import static dev.flagledger.engine.evaluation.Samples.PRO;
import static dev.flagledger.engine.evaluation.Samples.evaluate;
import static dev.flagledger.engine.evaluation.Samples.flag;
import static dev.flagledger.engine.evaluation.Samples.isIn;
import static dev.flagledger.engine.evaluation.Samples.multivariate;
import static dev.flagledger.engine.evaluation.Samples.override;
import static dev.flagledger.engine.evaluation.Samples.plan;
import static dev.flagledger.engine.evaluation.Samples.rule;
import static dev.flagledger.engine.evaluation.Samples.segment;
import static org.assertj.core.api.Assertions.assertThat;

import dev.flagledger.api.segment.Condition;
import dev.flagledger.api.segment.SegmentRule;
import dev.flagledger.engine.evaluation.context.FeatureContext;
import dev.flagledger.engine.evaluation.context.IdentityContext;
import dev.flagledger.engine.evaluation.context.SegmentContext;
import dev.flagledger.engine.evaluation.context.VariantContext;
import dev.flagledger.engine.evaluation.percentage.Percentage;
import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EvaluationTest {

    @ParameterizedTest
    @CsvSource({
        "ALL, 11, true",
        "ALL, 10, false",
        "ALL, 00, false",
        "ANY, 11, true",
        "ANY, 10, true",
        "ANY, 00, false",
        "NONE, 11, false",
        "NONE, 10, false",
        "NONE, 00, true"
    })
    void conditionsAndNestedRulesAreCombinedSeparately(SegmentRule.Type type, String holding, boolean expected) {
        var conditions =
                holding.chars().mapToObj(c -> plan(c == '1' ? "pro" : "free")).toArray(Condition[]::new);
        var rules = holding.chars().mapToObj(c -> c == '1' ? PRO : FREE).toList();

        assertThat(isIn(rule(type, List.of(), conditions))).isEqualTo(expected);
        assertThat(isIn(rule(type, rules))).isEqualTo(expected);
        assertThat(isIn(rule(type, rules, conditions))).isEqualTo(expected);
        assertThat(isIn(rule(SegmentRule.Type.ANY, List.of(rule(type, rules)), plan("free"))))
                .isFalse();
    }

    @Test
    void allRulesMustMatchAndASegmentWithoutRulesMatchesNothing() {
        assertThat(isIn(PRO, NOTHING)).isTrue();
        assertThat(isIn(PRO, FREE)).isFalse();
        assertThat(isIn(NOTHING)).isTrue();
        assertThat(isIn()).isFalse();
    }

    @Test
    void withoutOverridesTheDefaultApplies() {
        var flag = flag(new FeatureContext("1", "f", true, "blue"), List.of(), ANA);

        assertThat(flag.value()).isEqualTo("blue");
        assertThat(flag.reason()).isEqualTo("DEFAULT");
        assertThat(flag.variant()).isNull();
    }

    @Test
    void theMatchingOverrideWithTheHighestPriorityWins() {
        var environmentDefault = new FeatureContext("1", "f", true, "blue");
        var segments = List.of(
                segment("none", override("weak", FeatureContext.WEAKEST), PRO),
                segment("later", override("later", 2), PRO),
                segment("strongest", override("not for ana", 0), FREE),
                segment("first", override("first", 1), PRO),
                segment("same", override("same", 1), PRO));

        var flag = flag(environmentDefault, segments, ANA);

        assertThat(flag.value()).isEqualTo("first");
        assertThat(flag.reason()).isEqualTo("TARGETING_MATCH; segment=first");
        assertThat(flag(environmentDefault, segments.reversed(), ANA).value()).isEqualTo("same");
    }

    @Test
    void overridesOfOtherFeaturesAreIgnored() {
        var other = new SegmentContext(
                "7", "s", List.of(PRO), List.of(new FeatureContext("2", "other", true, "x")), Map.of());
        var result = evaluate(List.of(new FeatureContext("1", "f", true, "blue")), List.of(other), ANA);

        assertThat(result.flags().keySet()).containsExactly("f");
        assertThat(result.segments()).containsExactly(other);
    }

    @ParameterizedTest
    @CsvSource({
        "30, 30, second, SPLIT; weight=30",
        "49.28, 50.72, first, SPLIT; weight=49.28",
        "0, 100, second, SPLIT; weight=100",
        "10, 20, control, DEFAULT"
    })
    void variantsAreAssignedByShareInOrderOfPriority(double first, double second, String variant, String reason) {
        // 78986 and 32103813 give 49.27985997119424.
        var environmentDefault = multivariate(
                new VariantContext("b", second, BigInteger.TWO, "second"),
                new VariantContext("a", first, BigInteger.ONE, "first"));
        var flag = flag(environmentDefault, List.of(), new IdentityContext("ana", "32103813", Map.of()));

        assertThat(flag.variant()).isEqualTo(variant);
        assertThat(flag.reason()).isEqualTo(reason);
        assertThat(flag.value())
                .isEqualTo(
                        Map.of("first", "a", "second", "b", "control", "none").get(variant));
    }

    @Test
    void aShareEndsBeforeItsLimit() {
        var share = Percentage.of("78986", "32103813");
        var identity = new IdentityContext("ana", "32103813", Map.of());
        var upToIt = multivariate(new VariantContext("a", share, BigInteger.ONE, null));
        var beyondIt = multivariate(new VariantContext("a", Math.nextUp(share), BigInteger.ONE, null));

        assertThat(flag(upToIt, List.of(), identity).variant()).isEqualTo("control");
        var hit = flag(beyondIt, List.of(), identity);
        assertThat(hit.value()).isEqualTo("a");
        assertThat(hit.variant()).as("an option without a key").isNull();
    }

    @Test
    void prioritiesMayBeAsLargeAsUuids() {
        var large = BigInteger.ONE.shiftLeft(127);
        var environmentDefault = multivariate(
                new VariantContext("b", 100, large.add(BigInteger.ONE), null),
                new VariantContext("a", 100, large, null));

        assertThat(flag(environmentDefault, List.of(), ANA).value()).isEqualTo("a");
    }

    @Test
    void anOverrideUsesItsOwnKeyAndVariants() {
        var variants = List.of(new VariantContext("o", 100, BigInteger.ONE, "own"));
        var override = new FeatureContext("55", "f", true, "plain", variants, 0, Map.of());
        var environmentDefault = multivariate(new VariantContext("a", 100, BigInteger.ONE, "other"));
        var flag = flag(environmentDefault, List.of(segment("s", override, PRO)), ANA);

        assertThat(flag.variant()).isEqualTo("own");
        assertThat(flag.reason()).isEqualTo("SPLIT; weight=100");
    }

    @Test
    void withoutAnIdentityNoVariantIsAssigned() {
        var flag = flag(multivariate(new VariantContext("a", 100, BigInteger.ONE, "a")), List.of(), null);

        assertThat(flag.value()).isEqualTo("none");
        assertThat(flag.variant()).isNull();
        assertThat(flag.reason()).isEqualTo("DEFAULT");
    }

    @Test
    void invalidSharesDoNotThrow() {
        var environmentDefault = multivariate(
                new VariantContext("a", Double.NaN, BigInteger.ONE, "a"),
                new VariantContext("b", -5, BigInteger.TWO, "b"));

        assertThat(flag(environmentDefault, List.of(), ANA).variant()).isEqualTo("control");
    }
}
