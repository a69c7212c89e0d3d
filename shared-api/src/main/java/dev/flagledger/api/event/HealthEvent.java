package dev.flagledger.api.event;

import dev.flagledger.api.health.HealthReport;
import dev.flagledger.api.health.ProviderKind;
import java.util.UUID;

/** Events about the health of a project's features. */
public sealed interface HealthEvent extends LedgerEvent {

    int projectId();

    ProviderKind provider();

    /** A health provider was added. The secret URL that it reports to is stored outside the log. */
    record ProviderAdded(int projectId, ProviderKind provider, UUID providerId) implements HealthEvent {}

    /** A health provider was removed with all its reports. */
    record ProviderRemoved(int projectId, ProviderKind provider) implements HealthEvent {}

    /** A provider reported a different health of a feature, or a different reason for it. */
    record HealthChanged(int projectId, ProviderKind provider, HealthReport report) implements HealthEvent {}
}
