package dev.flagledger.engine.state.flag;

import dev.flagledger.api.flag.FeatureValue;
import dev.flagledger.api.flag.Setting;
import dev.flagledger.api.flag.SettingChange;
import dev.flagledger.api.flag.Variant;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * The state of a feature: by default in an environment, for a segment, or for one identity.
 *
 * @param lineage id that percentage splits hash: of a copy the lineage of its source, so that identities keep their
 *     variants, else the state's own id
 */
public record FeatureState(int id, UUID uuid, Setting setting, Instant createdAt, Instant updatedAt, int lineage) {

    /** Creates a state that is no copy. */
    public FeatureState(int id, UUID uuid, Setting setting, Instant createdAt, Instant updatedAt) {
        this(id, uuid, setting, createdAt, updatedAt, id);
    }

    /** Returns whether the feature is enabled. */
    public boolean enabled() {
        return setting.enabled();
    }

    /** Returns the value, or the control value if there are variants. */
    public FeatureValue value() {
        return setting.value();
    }

    /** Returns the shares of the multivariate options. */
    public List<Variant> variants() {
        return setting.variants();
    }

    /** Returns this state as a copy of the source, that is with its lineage. */
    FeatureState after(FeatureState source) {
        return new FeatureState(id, uuid, setting, createdAt, updatedAt, source.lineage);
    }

    /** Returns the state after a change. Shares of options are not checked. */
    public FeatureState set(SettingChange change, Instant at) {
        return set(change, UnaryOperator.identity(), at);
    }

    FeatureState set(SettingChange change, UnaryOperator<Setting> known, Instant at) {
        return new FeatureState(id, uuid, known.apply(Settings.changed(setting, change)), createdAt, at, lineage);
    }

    FeatureState retaining(Set<Integer> options) {
        return new FeatureState(id, uuid, Settings.retaining(options, setting), createdAt, updatedAt, lineage);
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
        return new FeatureState(id, uuid, new Setting(enabled(), value(), variants), createdAt, updatedAt, lineage);
    }
}
