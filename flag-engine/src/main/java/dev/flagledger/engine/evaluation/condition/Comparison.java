package dev.flagledger.engine.evaluation.condition;

import dev.flagledger.api.segment.Condition.Operator;
import dev.flagledger.engine.evaluation.condition.Value.Absent;
import dev.flagledger.engine.evaluation.condition.Value.Real;
import dev.flagledger.engine.evaluation.condition.Value.Text;
import dev.flagledger.engine.evaluation.condition.Value.Truth;
import dev.flagledger.engine.evaluation.condition.Value.Whole;
import java.math.BigInteger;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * How a value compares with the text of a condition. The text is read as whatever the value is; where it cannot be, the
 * condition does not hold, and neither does its opposite.
 *
 * @param text what to compare text with
 * @param version what to compare versions with; null for none
 * @param versions whether the condition is about versions
 * @param whole what to compare whole numbers with; null for none
 * @param real what to compare other numbers with; null for none
 * @param truth what to compare booleans with
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

    /** What is not a number is unequal to every number, itself included, and neither more nor less. */
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
            default -> false;
        };
    }
}
