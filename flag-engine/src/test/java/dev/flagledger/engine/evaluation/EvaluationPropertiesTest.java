package dev.flagledger.engine.evaluation;

import static dev.flagledger.engine.evaluation.Samples.ANA;
import static dev.flagledger.engine.evaluation.Samples.FREE;
import static dev.flagledger.engine.evaluation.Samples.PRO;
import static dev.flagledger.engine.evaluation.Samples.context;
import static dev.flagledger.engine.evaluation.Samples.flag;
import static dev.flagledger.engine.evaluation.Samples.override;
import static dev.flagledger.engine.evaluation.Samples.segment;
import static org.assertj.core.api.Assertions.assertThat;

import dev.flagledger.engine.evaluation.context.FeatureContext;
import dev.flagledger.engine.evaluation.context.IdentityContext;
import dev.flagledger.engine.evaluation.context.SegmentContext;
import dev.flagledger.engine.evaluation.context.VariantContext;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/** Properties of evaluations. */
class EvaluationPropertiesTest {

    /** Priorities are distinct. */
    @Property
    void onlyPrioritiesOfSegmentsMatter(@ForAll @Size(max = 8) List<Boolean> matching, @ForAll long seed) {
        List<SegmentContext> segments = new ArrayList<>();
        for (int i = 0; i < matching.size(); i++) {
            segments.add(segment("s" + i, override("for " + i, i), matching.get(i) ? PRO : FREE));
        }
        int strongest = matching.indexOf(true);
        Collections.shuffle(segments, new Random(seed));

        assertThat(flag(new FeatureContext("1", "f", true, "blue"), segments, ANA)
                        .value())
                .isEqualTo(strongest < 0 ? "blue" : "for " + strongest);
    }

    /** The remainder of the shares gets the control value. */
    @Property(tries = 20)
    void identitiesAreDistributedByTheShares(
            @ForAll @IntRange(max = 50) int first, @ForAll @IntRange(max = 50) int second, @ForAll long seed) {
        var environmentDefault = new FeatureContext(
                "k" + seed,
                "f",
                true,
                "none",
                List.of(
                        new VariantContext("a", first, BigInteger.ONE, "first"),
                        new VariantContext("b", second, BigInteger.TWO, "second")),
                0,
                Map.of());
        var evaluator = Evaluator.of(context(List.of(environmentDefault), List.of(), null));
        Map<String, Integer> counts = new LinkedHashMap<>();
        for (int i = 0; i < 2000; i++) {
            var result = evaluator.evaluate(new IdentityContext("user-" + i, null, Map.of()));
            counts.merge(
                    Objects.requireNonNull(
                            Objects.requireNonNull(result.flags().get("f")).variant()),
                    1,
                    Integer::sum);
        }

        assertThat(counts.getOrDefault("first", 0) / 20.0).isBetween(first - 6.0, first + 6.0);
        assertThat(counts.getOrDefault("second", 0) / 20.0).isBetween(second - 6.0, second + 6.0);
        assertThat(counts.values().stream().mapToInt(count -> count).sum()).isEqualTo(2000);
    }
}
