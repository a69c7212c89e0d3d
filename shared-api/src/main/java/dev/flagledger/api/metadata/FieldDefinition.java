package dev.flagledger.api.metadata;

import static dev.flagledger.api.Personal.Of.UNASSIGNABLE;

import dev.flagledger.api.Personal;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The definition of a custom field.
 *
 * @param name at most 255 characters, unique within the organisation or the project that owns the field
 * @param description free text, or null
 */
public record FieldDefinition(
        String name,
        Type type,
        @Personal(UNASSIGNABLE) @Nullable String description) {

    /** Types of values. */
    public enum Type {
        STR,
        INT,
        BOOL,
        URL,
        MULTILINE_STR;

        /** Returns the name on the wire, for example {@code multiline_str}. */
        public String wireName() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
