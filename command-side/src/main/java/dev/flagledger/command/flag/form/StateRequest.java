package dev.flagledger.command.flag.form;

import dev.flagledger.api.flag.FeatureValue;
import dev.flagledger.api.flag.Setting;
import dev.flagledger.api.flag.Variant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a request wants of one state of a flag, in whatever form it was written.
 *
 * @param enabled null if nothing is said
 * @param value null if nothing is said
 * @param shares all that the state is to have; null if nothing is said
 */
public record StateRequest(
        @Nullable Boolean enabled,
        @Nullable FeatureValue value,
        @Nullable List<Share> shares) {

    /**
     * The share that an option is to have.
     *
     * @param id of one that the state has, which may be of another option so far; null for the one that the option has, or else
     *     a new one
     */
    public record Share(@Nullable Integer id, int optionId, double percentage) {

        public Share(int optionId, double percentage) {
            this(null, optionId, percentage);
        }
    }

    /** What a setting has for shares, as a request would ask for them. */
    public static List<Share> shares(Setting setting) {
        return setting.variants().stream().map(StateRequest::share).toList();
    }

    private static Share share(Variant variant) {
        return new Share(variant.optionId(), variant.percentage());
    }

    /** The same with nothing left unsaid. */
    public StateRequest or(Setting otherwise) {
        return new StateRequest(
                enabled == null ? otherwise.enabled() : enabled,
                value == null ? otherwise.value() : value,
                shares == null ? shares(otherwise) : shares);
    }
}
