package dev.flagledger.engine.state;

import dev.flagledger.api.flag.FeatureValue;
import dev.flagledger.api.flag.Setting;
import dev.flagledger.api.flag.SettingChange;
import dev.flagledger.api.flag.Variant;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

/** What a feature is set to: by default in an environment, for a segment there, or for one identity. */
public record FeatureState(int id, UUID uuid, Setting setting, Instant createdAt, Instant updatedAt) {

    /** Whether it is on. */
    public boolean enabled() {
        return setting.enabled();
    }

    /** What it gives; the control value where there are variants. */
    public FeatureValue value() {
        return setting.value();
    }

    /** The shares of its multivariate options. */
    public List<Variant> variants() {
        return setting.variants();
    }

    FeatureState set(SettingChange change, Set<Integer> options, Instant at) {
        return new FeatureState(id, uuid, change.onto(setting).amongst(options), createdAt, at);
    }

    FeatureState amongst(Set<Integer> options) {
        return new FeatureState(id, uuid, setting.amongst(options), createdAt, updatedAt);
    }

    FeatureState with(Variant share) {
        return withVariants(Stream.concat(variants().stream(), Stream.of(share)).toList());
    }

    FeatureState withoutOption(int optionId) {
        return withVariants(variants().stream()
                .filter(variant -> variant.optionId() != optionId)
                .toList());
    }

    private FeatureState withVariants(List<Variant> variants) {
        return new FeatureState(id, uuid, new Setting(enabled(), value(), variants), createdAt, updatedAt);
    }
}
