package dev.flagledger.query.proof;

import dev.flagledger.contract.error.InvalidInput;
import dev.flagledger.contract.error.text.FieldTexts;
import dev.flagledger.contract.form.value.Coercion;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads positions in the log and sizes of trees from query parameters. */
final class PositionParameter {

    private PositionParameter() {}

    /**
     * Reads a parameter.
     *
     * @param fallback the value of an absent parameter; null if it is required
     * @throws InvalidInput if it is absent but required, no integer, or out of range
     */
    static long read(String name, @Nullable String text, @Nullable Long fallback, long least, long most) {
        if (text == null) {
            if (fallback == null) {
                throw invalid(name, FieldTexts.REQUIRED);
            }
            return fallback;
        }
        if (!text.matches("[0-9]{1,18}")) {
            throw invalid(name, Coercion.INTEGER_REQUIRED);
        }
        long number = Long.parseLong(text);
        if (number < least) {
            throw invalid(name, FieldTexts.atLeast(least));
        }
        if (number > most) {
            throw invalid(name, FieldTexts.atMost(most));
        }
        return number;
    }

    private static InvalidInput invalid(String name, String problem) {
        return InvalidInput.fields(Map.of(name, List.of(problem)));
    }
}
