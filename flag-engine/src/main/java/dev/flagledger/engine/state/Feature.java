package dev.flagledger.engine.state;

import dev.flagledger.api.feature.FeatureDetails;
import dev.flagledger.api.feature.FeatureType;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A feature of a project. Its name, initial value and default never change. */
public record Feature(
        int id,
        UUID uuid,
        int projectId,
        String name,
        FeatureType type,
        @Nullable String initialValue,
        boolean defaultEnabled,
        Instant createdAt,
        FeatureDetails details,
        List<Integer> owners) {

    Feature with(FeatureDetails changed) {
        return new Feature(id, uuid, projectId, name, type, initialValue, defaultEnabled, createdAt, changed, owners);
    }
}
