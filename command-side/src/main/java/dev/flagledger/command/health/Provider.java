package dev.flagledger.command.health;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import dev.flagledger.api.Rejected;
import dev.flagledger.api.Rejection;
import dev.flagledger.api.Rejection.Invalid.Rule;
import dev.flagledger.api.event.HealthEvent;
import dev.flagledger.api.event.HealthEvent.HealthChanged;
import dev.flagledger.api.event.HealthEvent.ProviderAdded;
import dev.flagledger.api.event.HealthEvent.ProviderRemoved;
import dev.flagledger.api.health.HealthCommand;
import dev.flagledger.api.health.HealthCommand.AddProvider;
import dev.flagledger.api.health.HealthCommand.DismissReport;
import dev.flagledger.api.health.HealthCommand.RemoveProvider;
import dev.flagledger.api.health.HealthCommand.ReportHealth;
import dev.flagledger.api.health.HealthReport;
import dev.flagledger.api.health.HealthReport.Status;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.spring.stereotype.Aggregate;
import org.jspecify.annotations.Nullable;

/**
 * The aggregate of a project's health provider of one kind. There is at most one at a time, only it may report, and
 * repeated reports are not recorded. A provider that was removed may be added again, with another address.
 */
@Aggregate(type = "health", cache = "currentAggregates")
class Provider {

    @AggregateIdentifier
    String id;

    private @Nullable UUID present;
    private final List<HealthReport> reports = new ArrayList<>();

    Provider() {}

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(AddProvider command) {
        if (present != null) {
            throw new Rejected(new Rejection.Invalid(Rule.HEALTH_PROVIDER));
        }
        apply(new ProviderAdded(command.projectId(), command.provider(), command.providerId()));
    }

    @CommandHandler
    void handle(RemoveProvider command) {
        require(present != null, "FeatureHealthProvider");
        apply(new ProviderRemoved(command.projectId(), command.provider()));
    }

    @CommandHandler
    void handle(ReportHealth command) {
        require(command.providerId().equals(present), "FeatureHealthProvider");
        for (var report : command.reports()) {
            boolean known =
                    reports.stream().anyMatch(last -> last.isAboutTheSameAs(report) && !report.differsFrom(last));
            if (!known) {
                apply(new HealthChanged(command.projectId(), command.provider(), report));
            }
        }
    }

    @CommandHandler
    void handle(DismissReport command) {
        var dismissed = reports.stream()
                .filter(report -> report.id() == command.reportId())
                .findFirst();
        require(dismissed.isPresent(), "FeatureHealthEvent");
        dismissed.filter(report -> report.status() == Status.UNHEALTHY).ifPresent(report -> {
            var healthy = new HealthReport(
                    command.newId(), report.featureId(), report.environmentId(), report.source(), Status.HEALTHY, null);
            apply(new HealthChanged(command.projectId(), command.provider(), healthy));
        });
    }

    @EventSourcingHandler
    void evolve(HealthEvent event) {
        switch (event) {
            case ProviderAdded e -> {
                id = HealthCommand.streamOf(e.projectId(), e.provider());
                present = e.providerId();
            }
            case ProviderRemoved _ -> {
                present = null;
                reports.clear();
            }
            case HealthChanged e -> {
                reports.removeIf(e.report()::isAboutTheSameAs);
                reports.add(e.report());
            }
        }
    }

    private static void require(boolean exists, String what) {
        if (!exists) {
            throw new Rejected(new Rejection.Missing(what));
        }
    }
}
