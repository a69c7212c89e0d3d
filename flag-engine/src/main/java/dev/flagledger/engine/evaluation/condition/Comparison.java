package dev.flagledger.engine.evaluation.condition;

import dev.flagledger.api.segment.Operator;
import dev.flagledger.engine.evaluation.condition.Value.Absent;
import dev.flagledger.engine.evaluation.condition.Value.Real;
import dev.flagledger.engine.evaluation.condition.Value.Text;
import dev.flagledger.engine.evaluation.condition.Value.Truth;
import dev.flagledger.engine.evaluation.condition.Value.Whole;
import java.math.BigInteger;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Compares a value with the operand of a condition. The operand is converted to the type of the value; if it cannot be,
 * neither the condition nor its negation holds.
 *
 * @param text operand as text
 * @param version operand as a version; null if it is none
 * @param versions whether the condition compares versions
 * @param whole operand as an integer; null if it is none
 * @param real operand as a floating-point number; null if it is none
 * @param truth operand as a boolean
 */
record Comparison(
        Operator operator,
        String text,
        @Nullable SemanticVersion version,
        boolean versions,
        @Nullable BigInteger whole,
        @Nullable Double real,
        boolean truth)
        implements Predicate<Value> {

    private static final String VERSION_SUFFIX = ":semver";

    static Comparison of(Operator operator, String text) {
        boolean versions = text.endsWith(VERSION_SUFFIX);
        return new Comparison(
                operator,
                text,
                versions ? SemanticVersion.of(text.substring(0, text.length() - VERSION_SUFFIX.length())) : null,
                versions,
                Numbers.whole(text),
                Numbers.real(text),
                !text.equals("False") && !text.equals("false"));
    }

    @Override
    public boolean test(Value value) {
        return switch (value) {
            case Truth(var is) -> holds(Boolean.compare(is, truth));
            case Whole(var is) -> whole != null && holds(is.compareTo(whole));
            case Real(var is) -> real != null && holds(is, real);
            case Text is -> versions ? holds(is.version()) : holds(CodePoints.compare(is.text(), text));
            case Absent _ -> false;
        };
    }

    private boolean holds(@Nullable SemanticVersion is) {
        return is != null && version != null && holds(is.compareTo(version));
    }

    /** NaN is unequal to every number including itself, and neither greater nor less. */
    private boolean holds(double is, double other) {
        if (Double.isNaN(is) || Double.isNaN(other)) {
            return operator == Operator.NOT_EQUAL;
        }
        return holds(is == other ? 0 : Double.compare(is, other));
    }

    private boolean holds(int comparison) {
        return switch (operator) {
            case EQUAL -> comparison == 0;
            case NOT_EQUAL -> comparison != 0;
            case GREATER_THAN -> comparison > 0;
            case GREATER_THAN_INCLUSIVE -> comparison >= 0;
            case LESS_THAN -> comparison < 0;
            case LESS_THAN_INCLUSIVE -> comparison <= 0;
            case CONTAINS, NOT_CONTAINS, REGEX, PERCENTAGE_SPLIT, MODULO, IS_SET, IS_NOT_SET, IN ->
                throw new IllegalStateException(operator + " does not compare by order");
        };
    }
}
