package dev.flagledger.api.segment;

import static dev.flagledger.api.Personal.Of.UNASSIGNABLE;

import dev.flagledger.api.Personal;
import org.jspecify.annotations.Nullable;

/**
 * A condition of a segment on a property of the evaluation context.
 *
 * @param id id of the condition
 * @param operator comparison operator
 * @param property a trait's key or a JSONPath into the evaluation context, at most 1000 characters; null for none
 * @param value operand of the comparison as text, at most 1000 characters; null for none
 * @param description free text, or null
 */
public record Condition(
        int id,
        Operator operator,
        @Nullable String property,
        @Personal(UNASSIGNABLE) @Nullable String value,
        @Personal(UNASSIGNABLE) @Nullable String description) {

    /** Comparison operators, with their names on the wire. */
    public enum Operator {
        EQUAL,
        NOT_EQUAL,
        GREATER_THAN,
        GREATER_THAN_INCLUSIVE,
        LESS_THAN,
        LESS_THAN_INCLUSIVE,
        CONTAINS,
        NOT_CONTAINS,
        REGEX,
        PERCENTAGE_SPLIT,
        MODULO,
        IS_SET,
        IS_NOT_SET,
        IN
    }
}
