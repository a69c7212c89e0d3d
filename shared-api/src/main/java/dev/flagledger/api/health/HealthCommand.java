package dev.flagledger.api.health;

import dev.flagledger.api.LedgerCommand;
import dev.flagledger.api.access.Scope;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

/** What can be asked about the health of a project's features. */
public sealed interface HealthCommand extends LedgerCommand {

    int projectId();

    ProviderKind provider();

    @Override
    default String aggregateId() {
        return streamOf(projectId(), provider());
    }

    /** The stream of a project's provider of this kind, also of those that it had before. */
    static String streamOf(int projectId, ProviderKind provider) {
        return "health-" + projectId + "-" + provider.name().toLowerCase(Locale.ROOT);
    }

    @Override
    default Scope scope() {
        return new Scope.OfProject(projectId());
    }

    /**
     * Lets a provider report.
     *
     * @param providerId what the address that it reports to is derived from
     */
    record AddProvider(int projectId, ProviderKind provider, UUID providerId) implements HealthCommand {}

    /** Ends the provider, and what it reported. */
    record RemoveProvider(int projectId, ProviderKind provider) implements HealthCommand {}

    /**
     * Records what a provider says.
     *
     * @param providerId which one it is; one that has been removed has nothing to say
     */
    record ReportHealth(int projectId, ProviderKind provider, UUID providerId, List<HealthReport> reports)
            implements HealthCommand {}

    /**
     * Takes a report back: the feature is healthy as far as that provider goes.
     *
     * @param newId of the report that takes its place
     */
    record DismissReport(int projectId, ProviderKind provider, int reportId, int newId) implements HealthCommand {}
}
