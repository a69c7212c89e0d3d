package dev.flagledger.contract.view.audit;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.flagledger.api.flag.FeatureValue;
import dev.flagledger.contract.view.WireTime;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A field's value before and after a change, wherever a difference is shown.
 *
 * @param field the field's name in the API
 * @param old a value that is serializable as JSON, or null, as is {@code now}, which is called {@code new} in the API
 */
public record FieldChange(
        String field,
        @Nullable Object old,
        @JsonProperty("new") @Nullable Object now) {

    public static List<FieldChange> between(FeatureValue old, FeatureValue now) {
        return differing(
                new FieldChange("string_value", old.text(), now.text()),
                new FieldChange("integer_value", old.number(), now.number()),
                new FieldChange("boolean_value", old.bool(), now.bool()),
                new FieldChange("type", old.type().wireName(), now.type().wireName()));
    }

    public static FieldChange ofTime(String field, @Nullable Instant old, @Nullable Instant now) {
        return new FieldChange(field, WireTime.restOrNull(old), WireTime.restOrNull(now));
    }

    /** The fields whose values differ. */
    public static List<FieldChange> differing(FieldChange... fields) {
        return Stream.of(fields)
                .filter(field -> !Objects.equals(field.old(), field.now()))
                .toList();
    }
}
