package dev.flagledger.api.segment;

import static dev.flagledger.api.Personal.Of.UNASSIGNABLE;

import dev.flagledger.api.Personal;
import org.jspecify.annotations.Nullable;

/**
 * One thing asked of an identity.
 *
 * @param id for those who edit it again
 * @param operator how the property is compared
 * @param property a trait's key or a JSONPath into the evaluation context, at most 1000 characters; null for none
 * @param value what the property is compared with, always as text, at most 1000 characters; null for none
 * @param description free text, or null
 */
public record Condition(
        int id,
        Operator operator,
        @Nullable String property,
        @Personal(UNASSIGNABLE) @Nullable String value,
        @Personal(UNASSIGNABLE) @Nullable String description) {

    /** How a property is compared. The names are those of the wire. */
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
