package dev.flagledger.engine.evaluation.condition;

import dev.flagledger.engine.evaluation.condition.Value.Real;
import dev.flagledger.engine.evaluation.condition.Value.Whole;
import java.util.function.Predicate;

/** Matches numbers with this remainder, which as in Python has the divisor's sign. */
record Modulo(double divisor, double remainder) implements Predicate<Value> {

    /** Parses {@code divisor|remainder}; any other operand matches nothing. */
    static Predicate<Value> of(String text) {
        var parts = text.split("\\|", -1);
        var divisor = parts.length == 2 ? Numbers.real(parts[0]) : null;
        var remainder = parts.length == 2 ? Numbers.real(parts[1]) : null;
        return divisor == null || remainder == null ? _ -> false : new Modulo(divisor, remainder);
    }

    @Override
    public boolean test(Value value) {
        return switch (value) {
            case Whole(var number) -> leaves(number.doubleValue());
            case Real(var number) -> leaves(number);
            default -> false;
        };
    }

    /** Division by zero yields NaN, which never matches. */
    private boolean leaves(double number) {
        double rest = number % divisor;
        boolean otherSide = rest != 0 && rest < 0 != divisor < 0;
        return (otherSide ? rest + divisor : rest) == remainder;
    }
}
