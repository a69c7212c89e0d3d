package dev.flagledger.engine.evaluation.condition;

import dev.flagledger.api.segment.Condition;
import dev.flagledger.api.segment.Condition.Operator;
import dev.flagledger.engine.evaluation.condition.Value.Absent;
import dev.flagledger.engine.evaluation.condition.Value.Text;
import dev.flagledger.engine.evaluation.pattern.PythonPattern;
import dev.flagledger.engine.evaluation.percentage.Percentage;
import java.util.function.Predicate;

/** Translates conditions into predicates. */
final class Conditions {

    private Conditions() {}

    static Predicate<Subject> of(Condition condition, String segmentKey) {
        var name = condition.property() == null ? "" : condition.property();
        var test = test(condition, segmentKey);
        if (condition.operator() == Operator.PERCENTAGE_SPLIT && name.isEmpty()) {
            // The key is compared as text, even if it looks like a number.
            return subject -> subject.identityKey() != null && test.test(Text.of(subject.identityKey()));
        }
        var property = new Property(name);
        return subject -> test.test(subject.value(property));
    }

    private static Predicate<Value> test(Condition condition, String segmentKey) {
        var operator = condition.operator();
        if (operator == Operator.IS_SET) {
            return value -> !(value instanceof Absent);
        }
        if (operator == Operator.IS_NOT_SET) {
            return value -> value instanceof Absent;
        }
        var expected = condition.value();
        if (expected == null) {
            return Conditions::never;
        }
        Predicate<Value> test = switch (operator) {
            case CONTAINS -> value -> value instanceof Text text && text.text().contains(expected);
            case NOT_CONTAINS ->
                value -> value instanceof Text text && !text.text().contains(expected);
            case REGEX -> regex(expected);
            case PERCENTAGE_SPLIT -> split(segmentKey, expected);
            case MODULO -> Modulo.of(expected);
            case IN -> Listing.of(expected);
            default -> Comparison.of(operator, expected);
        };
        return value -> !(value instanceof Absent) && test.test(value);
    }

    private static Predicate<Value> regex(String expected) {
        var pattern = PythonPattern.of(expected);
        return pattern == null ? Conditions::never : value -> pattern.matchesStartOf(value.text());
    }

    private static Predicate<Value> split(String segmentKey, String expected) {
        var threshold = Numbers.real(expected);
        return threshold == null ? Conditions::never : value -> Percentage.of(segmentKey, value.text()) <= threshold;
    }

    private static boolean never(Value value) {
        return false;
    }
}
