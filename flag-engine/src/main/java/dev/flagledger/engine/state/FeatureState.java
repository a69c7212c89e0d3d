package dev.flagledger.engine.state;

import dev.flagledger.api.flag.FeatureValue;
import java.time.Instant;
import java.util.UUID;

/** What a feature is set to: by default in an environment, for a segment there, or for one identity. */
public record FeatureState(
        int id, UUID uuid, boolean enabled, FeatureValue value, Instant createdAt, Instant updatedAt) {

    FeatureState set(boolean nowEnabled, FeatureValue newValue, Instant at) {
        return new FeatureState(id, uuid, nowEnabled, newValue, createdAt, at);
    }
}
