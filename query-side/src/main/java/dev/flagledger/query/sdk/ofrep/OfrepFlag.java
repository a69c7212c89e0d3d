package dev.flagledger.query.sdk.ofrep;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.flagledger.api.feature.FeatureType;
import dev.flagledger.engine.evaluation.environment.IdentityFlag;
import dev.flagledger.engine.evaluation.environment.OverriddenBy;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A flag in OpenFeature's form, which has one value. A feature with a value gives that value while it is enabled, and the
 * application's own default while it is not; a feature without one gives whether it is enabled.
 *
 * @param key the feature's name
 * @param value a boolean, a string or a number; null, and omitted, for the application's own default
 * @param reason OpenFeature's name for the reason
 * @param variant the key of the option that was drawn, or {@code option-} and its id if it has no key, or {@code control} if none
 *     was drawn; {@code on} or {@code off} for a feature without options. Always present: clients read it unconditionally
 * @param metadata whether the feature is enabled
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

    /** Returns the id of the option that was drawn, which is found by the id of its share. */
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
