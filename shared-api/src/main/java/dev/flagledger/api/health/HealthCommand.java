package dev.flagledger.api.health;

import dev.flagledger.api.LedgerCommand;
import dev.flagledger.api.access.Scope;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

/** Commands about the health of a project's features. */
public sealed interface HealthCommand extends LedgerCommand {

    int projectId();

    ProviderKind provider();

    @Override
    default String aggregateId() {
        return streamOf(projectId(), provider());
    }

    /** Returns the stream of a project's providers of this kind, including removed ones. */
    static String streamOf(int projectId, ProviderKind provider) {
        return "health-" + projectId + "-" + provider.name().toLowerCase(Locale.ROOT);
    }

    @Override
    default Scope scope() {
        return new Scope.OfProject(projectId());
    }

    /**
     * Adds a health provider.
     *
     * @param providerId seed of the secret URL that it reports to
     */
    record AddProvider(int projectId, ProviderKind provider, UUID providerId) implements HealthCommand {}

    /** Removes a provider and its reports. */
    record RemoveProvider(int projectId, ProviderKind provider) implements HealthCommand {}

    /**
     * Records reports of a provider.
     *
     * @param providerId id of the provider; reports of a removed one are ignored
     */
    record ReportHealth(int projectId, ProviderKind provider, UUID providerId, List<HealthReport> reports)
            implements HealthCommand {}

    /**
     * Dismisses a report, so that the provider counts the feature as healthy.
     *
     * @param newId id of the report that replaces it
     */
    record DismissReport(int projectId, ProviderKind provider, int reportId, int newId) implements HealthCommand {}
}
