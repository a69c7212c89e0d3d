package dev.flagledger.api.segment;

import static dev.flagledger.api.Personal.Of.UNASSIGNABLE;

import dev.flagledger.api.Personal;
import org.jspecify.annotations.Nullable;

/**
 * A condition of a segment on a property of the evaluation context.
 *
 * @param id id of the condition
 * @param operator how the property is compared with the value
 * @param property a trait's key or a JSONPath into the evaluation context, at most 1000 characters; null for none
 * @param value operand of the comparison as text, at most 1000 characters; null for none
 * @param description free text, or null
 */
public record Condition(
        int id,
        Operator operator,
        @Nullable String property,
        @Personal(UNASSIGNABLE) @Nullable String value,
        @Personal(UNASSIGNABLE) @Nullable String description) {}
