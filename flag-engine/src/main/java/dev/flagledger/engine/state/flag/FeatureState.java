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
 * What a feature is set to: by default in an environment, for a segment there, or for one identity.
 *
 * @param lineage what percentages are drawn from, so that identities stay in their variants: the id of the state that this
 *     one is a copy of, and that of the first of them if it was a copy too; its own id if it is none
 */
public record FeatureState(int id, UUID uuid, Setting setting, Instant createdAt, Instant updatedAt, int lineage) {

    /** A state that is no copy. */
    public FeatureState(int id, UUID uuid, Setting setting, Instant createdAt, Instant updatedAt) {
        this(id, uuid, setting, createdAt, updatedAt, id);
    }

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

    /** As a copy of this one. */
    FeatureState after(FeatureState source) {
        return new FeatureState(id, uuid, setting, createdAt, updatedAt, source.lineage);
    }

    /** After a change; shares of options that are gone are kept. */
    public FeatureState set(SettingChange change, Instant at) {
        return set(change, UnaryOperator.identity(), at);
    }

    FeatureState set(SettingChange change, UnaryOperator<Setting> known, Instant at) {
        return new FeatureState(id, uuid, known.apply(Settings.changed(setting, change)), createdAt, at, lineage);
    }

    FeatureState amongst(Set<Integer> options) {
        return new FeatureState(id, uuid, setting.amongst(options), createdAt, updatedAt, lineage);
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
