package dev.flagledger.query.audit.event;

import dev.flagledger.api.event.ManagedIdentityEvent;
import dev.flagledger.api.event.ManagedIdentityEvent.IdentityOverrideCreated;
import dev.flagledger.api.event.ManagedIdentityEvent.IdentityOverrideRemoved;
import dev.flagledger.api.event.ManagedIdentityEvent.IdentityOverrideUpdated;
import dev.flagledger.api.event.ManagedIdentityEvent.ManagedIdentityCreated;
import dev.flagledger.api.event.ManagedIdentityEvent.ManagedIdentityDeleted;
import dev.flagledger.api.event.ManagedIdentityEvent.ManagedIdentityRenamed;
import dev.flagledger.engine.state.Installation;
import dev.flagledger.engine.state.project.Project;
import dev.flagledger.query.audit.line.AuditLine;
import dev.flagledger.query.audit.line.AuditLine.Place;
import dev.flagledger.query.audit.line.AuditedKind;
import dev.flagledger.query.audit.line.FieldChange;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * Says what the team's decisions about an identity leave in the audit log, besides what becomes of its overrides. The
 * contract audits none of them. What applications report is not told: they name an identity for each of their users, and
 * traits change with every visit.
 */
final class IdentityLines {

    private IdentityLines() {}

    /** {@code naming} says how an identifier is told. */
    static Stream<AuditLine> of(Installation before, ManagedIdentityEvent event, UnaryOperator<String> naming) {
        return before.projectOfEnvironment(event.environmentId()).stream()
                .flatMap(project -> of(project, event, naming));
    }

    private static Stream<AuditLine> of(Project project, ManagedIdentityEvent event, UnaryOperator<String> naming) {
        var place = Place.of(project, event.environmentId());
        return switch (event) {
            case ManagedIdentityCreated e ->
                Stream.of(AuditedKind.IDENTITY.created(naming.apply(e.identifier()), place, null));
            case ManagedIdentityRenamed e -> {
                var changes = identifier(project, event).stream()
                        .map(old -> new FieldChange("identifier", naming.apply(old), naming.apply(e.identifier())))
                        .toList();
                yield Stream.of(AuditedKind.IDENTITY.updated(naming.apply(e.identifier()), place, null, changes));
            }
            case ManagedIdentityDeleted e -> {
                var name = identifier(project, event).map(naming).orElseGet(() -> Integer.toString(e.identityId()));
                yield Stream.of(AuditedKind.IDENTITY.deleted(name, place, null));
            }
            case IdentityOverrideCreated _, IdentityOverrideUpdated _, IdentityOverrideRemoved _ -> Stream.empty();
        };
    }

    /** What it was called, if it has an override: the fold knows of no others. */
    private static Optional<String> identifier(Project project, ManagedIdentityEvent event) {
        return project.environment(event.environmentId()).flags().values().stream()
                .flatMap(flag -> Stream.ofNullable(flag.identities().get(event.identityId())))
                .map(override -> override.identifier())
                .findAny();
    }
}
