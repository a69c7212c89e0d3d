package dev.flagledger.engine.evaluation.condition;

import dev.flagledger.api.segment.Condition;
import dev.flagledger.api.segment.Operator;
import dev.flagledger.engine.evaluation.condition.Value.Absent;
import dev.flagledger.engine.evaluation.condition.Value.Text;
import dev.flagledger.engine.evaluation.pattern.PythonPattern;
import dev.flagledger.engine.evaluation.percentage.Percentage;
import java.util.function.Function;
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
        return switch (operator) {
            case IS_SET -> Conditions::isSet;
            case IS_NOT_SET -> value -> !isSet(value);
            case EQUAL, NOT_EQUAL, GREATER_THAN, GREATER_THAN_INCLUSIVE, LESS_THAN, LESS_THAN_INCLUSIVE ->
                withOperand(condition, expected -> Comparison.of(operator, expected));
            case CONTAINS ->
                withOperand(
                        condition,
                        expected -> value ->
                                value instanceof Text text && text.text().contains(expected));
            case NOT_CONTAINS ->
                withOperand(
                        condition,
                        expected -> value ->
                                value instanceof Text text && !text.text().contains(expected));
            case REGEX -> withOperand(condition, Conditions::regex);
            case PERCENTAGE_SPLIT -> withOperand(condition, expected -> split(segmentKey, expected));
            case MODULO -> withOperand(condition, Modulo::of);
            case IN -> withOperand(condition, Listing::of);
        };
    }

    /** A predicate that depends on the operand. It holds for no absent value, and for none at all if there is no operand. */
    private static Predicate<Value> withOperand(Condition condition, Function<String, Predicate<Value>> operation) {
        var expected = condition.value();
        if (expected == null) {
            return Conditions::never;
        }
        var test = operation.apply(expected);
        return value -> isSet(value) && test.test(value);
    }

    private static boolean isSet(Value value) {
        return !(value instanceof Absent);
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
