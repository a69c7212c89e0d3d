package dev.flagledger.api.event;

import dev.flagledger.api.health.HealthReport;
import dev.flagledger.api.health.ProviderKind;
import java.util.UUID;

/** What became known of the health of a project's features. */
public sealed interface HealthEvent extends LedgerEvent {

    int projectId();

    ProviderKind provider();

    /** A provider may report. The address that it reports to is kept apart. */
    record ProviderAdded(int projectId, ProviderKind provider, UUID providerId) implements HealthEvent {}

    /** It may no more, and what it reported no longer counts. */
    record ProviderRemoved(int projectId, ProviderKind provider) implements HealthEvent {}

    /** A feature fares otherwise than before as far as the provider goes, or for another reason. */
    record HealthChanged(int projectId, ProviderKind provider, HealthReport report) implements HealthEvent {}
}
