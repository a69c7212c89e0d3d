package dev.flagledger.contract.view.audit.field;

import dev.flagledger.contract.view.audit.FieldChange;
import org.jspecify.annotations.Nullable;

/** The field of a trait in a difference: {@code traits.} and the key of the trait. */
public final class TraitField {

    private static final String PREFIX = "traits.";

    private TraitField() {}

    /** The change of a trait; null stands for no value, or one that is not known. */
    public static FieldChange change(String key, @Nullable Object old, @Nullable Object now) {
        return new FieldChange(PREFIX + key, old, now);
    }
}
