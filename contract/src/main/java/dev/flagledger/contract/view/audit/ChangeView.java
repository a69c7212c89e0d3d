package dev.flagledger.contract.view.audit;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

/**
 * A {@link FieldChange} in the admin API, wherever a difference is shown.
 *
 * @param field the field's name in the API
 * @param old the value before, as JSON; null if there was none
 * @param now the value after, as JSON; null if there is none
 */
public record ChangeView(
        String field,
        @Nullable Object old,
        @JsonProperty("new") @Nullable Object now) {

    public static ChangeView of(FieldChange change) {
        return new ChangeView(change.field(), change.old(), change.now());
    }
}
