package dev.flagledger.api.health;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * How a feature fares.
 *
 * @param id for those who dismiss it
 * @param environmentId where it fares so; null for everywhere
 * @param source which of the provider's alerts says so; null for a provider that tells none apart
 * @param reason why; null if nothing is said
 */
public record HealthReport(
        int id,
        int featureId,
        @Nullable Integer environmentId,
        @Nullable String source,
        Status status,
        @Nullable HealthReason reason) {

    /** Well or not. */
    public enum Status {
        HEALTHY,
        UNHEALTHY
    }

    /** Whether it takes the place of the other one, or the other way round. */
    public boolean isAboutTheSameAs(HealthReport other) {
        return featureId == other.featureId
                && Objects.equals(environmentId, other.environmentId)
                && Objects.equals(source, other.source);
    }

    /** Whether it is news to those who know the other one about the same. */
    public boolean differsFrom(HealthReport other) {
        return status != other.status || !Objects.equals(reason, other.reason);
    }
}
