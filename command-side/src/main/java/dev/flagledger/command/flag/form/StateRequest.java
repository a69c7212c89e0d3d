package dev.flagledger.command.flag.form;

import dev.flagledger.api.flag.FeatureValue;
import dev.flagledger.api.flag.Setting;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A requested change of one feature state, whatever the notation. Omitted components are null.
 *
 * @param shares replace the current ones as a whole
 */
public record StateRequest(
        @Nullable Boolean enabled,
        @Nullable FeatureValue value,
        @Nullable List<Share> shares) {

    /**
     * The percentage requested for an option.
     *
     * @param id the variant, possibly of another option so far; null for the option's own variant or a new one
     */
    public record Share(@Nullable Integer id, int optionId, double percentage) {

        public Share(int optionId, double percentage) {
            this(null, optionId, percentage);
        }
    }

    /** A setting's variants as a request for the same. */
    public static List<Share> shares(Setting setting) {
        return setting.variants().stream()
                .map(variant -> new Share(variant.optionId(), variant.percentage()))
                .toList();
    }

    /** This request with the other setting's values where they are omitted. */
    public StateRequest or(Setting fallback) {
        return new StateRequest(
                enabled == null ? fallback.enabled() : enabled,
                value == null ? fallback.value() : value,
                shares == null ? shares(fallback) : shares);
    }
}
