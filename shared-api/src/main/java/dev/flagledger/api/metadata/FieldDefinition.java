package dev.flagledger.api.metadata;

import static dev.flagledger.api.Personal.Of.UNASSIGNABLE;

import dev.flagledger.api.Personal;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What a custom field is called, and what may be written into it.
 *
 * @param name at most 255 characters, unique within the organisation, or within the project that it is for
 * @param description free text, or null
 */
public record FieldDefinition(
        String name,
        Type type,
        @Personal(UNASSIGNABLE) @Nullable String description) {

    /** What may be written into a field. */
    public enum Type {
        STR,
        INT,
        BOOL,
        URL,
        MULTILINE_STR;

        /** The name on the wire: {@code multiline_str}, for example. */
        public String wireName() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
