package dev.flagledger.api.health;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A report about the health of a feature.
 *
 * @param id id of the report
 * @param environmentId the environment concerned; null for all
 * @param source the provider's alert that reports it; null if the provider does not distinguish alerts
 * @param reason the reason; null for none
 */
public record HealthReport(
        int id,
        int featureId,
        @Nullable Integer environmentId,
        @Nullable String source,
        Status status,
        @Nullable HealthReason reason) {

    /** Health of a feature. */
    public enum Status {
        HEALTHY,
        UNHEALTHY
    }

    /**
     * Returns whether both are about the same feature, environment and source, so that the later replaces the earlier.
     */
    public boolean isAboutTheSameAs(HealthReport other) {
        return featureId == other.featureId
                && Objects.equals(environmentId, other.environmentId)
                && Objects.equals(source, other.source);
    }

    /** Returns whether status or reason differ. */
    public boolean differsFrom(HealthReport other) {
        return status != other.status || !Objects.equals(reason, other.reason);
    }
}
