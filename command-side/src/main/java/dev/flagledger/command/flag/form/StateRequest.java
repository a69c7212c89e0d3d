package dev.flagledger.command.flag.form;

import dev.flagledger.api.flag.FeatureValue;
import dev.flagledger.api.flag.Setting;
import dev.flagledger.api.flag.Variant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A requested change of one feature state, whatever the notation.
 *
 * @param enabled null if omitted
 * @param value null if omitted
 * @param shares replace the current ones as a whole; null if omitted
 */
public record StateRequest(
        @Nullable Boolean enabled,
        @Nullable FeatureValue value,
        @Nullable List<Share> shares) {

    /**
     * The percentage requested for an option.
     *
     * @param id of an existing variant, which may belong to another option so far; null for the option's own variant or
     *     a new one
     */
    public record Share(@Nullable Integer id, int optionId, double percentage) {

        public Share(int optionId, double percentage) {
            this(null, optionId, percentage);
        }
    }

    /** A setting's variants as a request for the same. */
    public static List<Share> shares(Setting setting) {
        return setting.variants().stream().map(StateRequest::share).toList();
    }

    private static Share share(Variant variant) {
        return new Share(variant.optionId(), variant.percentage());
    }

    /** This request with the other setting's values where they are omitted. */
    public StateRequest or(Setting fallback) {
        return new StateRequest(
                enabled == null ? fallback.enabled() : enabled,
                value == null ? fallback.value() : value,
                shares == null ? shares(fallback) : shares);
    }
}
