package dev.flagledger.query.sdk.ofrep;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.flagledger.api.feature.FeatureType;
import dev.flagledger.engine.evaluation.environment.IdentityFlag;
import dev.flagledger.engine.evaluation.environment.OverriddenBy;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A flag as OpenFeature has it, where a flag is one value. A feature with a value gives that value while it is on, and while it
 * is off the application's own default; a feature without one gives whether it is on.
 *
 * @param key the feature's name
 * @param value a boolean, a string or a number; left out for the application's own default
 * @param reason in the words of OpenFeature
 * @param variant the key of the option that was drawn, {@code option-} and its id if it has none, {@code control} if none was
 *     drawn; of a feature without options whether it is {@code on} or {@code off}. Never left out: clients read it unasked
 * @param metadata whether the feature is on
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record OfrepFlag(String key, @Nullable Object value, String reason, String variant, Map<String, Boolean> metadata) {

    static OfrepFlag of(IdentityFlag flag) {
        var value = flag.value();
        return new OfrepFlag(
                flag.feature().name(),
                value == null ? Boolean.valueOf(flag.enabled()) : flag.enabled() ? value : null,
                reason(flag),
                variant(flag),
                Map.of("enabled", flag.enabled()));
    }

    private static String variant(IdentityFlag flag) {
        if (flag.feature().type() == FeatureType.STANDARD) {
            return flag.enabled() ? "on" : "off";
        }
        var named = flag.variant();
        return named == null ? "option-" + drawnOption(flag) : named;
    }

    /** The option whose share was hit; shares are told apart by their ids. */
    private static int drawnOption(IdentityFlag flag) {
        var share = Objects.requireNonNull(flag.drawn()).priority().intValueExact();
        return flag.state().variants().stream()
                .filter(variant -> variant.id() == share)
                .findAny()
                .orElseThrow()
                .optionId();
    }

    private static String reason(IdentityFlag flag) {
        if (!flag.enabled()) {
            return "DISABLED";
        }
        if (flag.drawn() != null) {
            return "SPLIT";
        }
        return flag.overriddenBy() instanceof OverriddenBy.Nothing ? "DEFAULT" : "TARGETING_MATCH";
    }
}
