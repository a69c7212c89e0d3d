package dev.flagledger.contract.audit.event;

import dev.flagledger.api.event.ManagedIdentityEvent;
import dev.flagledger.api.event.ManagedIdentityEvent.IdentityOverrideCreated;
import dev.flagledger.api.event.ManagedIdentityEvent.IdentityOverrideRemoved;
import dev.flagledger.api.event.ManagedIdentityEvent.IdentityOverrideUpdated;
import dev.flagledger.api.event.ManagedIdentityEvent.ManagedIdentityCreated;
import dev.flagledger.api.event.ManagedIdentityEvent.ManagedIdentityDeleted;
import dev.flagledger.api.event.ManagedIdentityEvent.ManagedIdentityRenamed;
import dev.flagledger.api.event.ManagedIdentityEvent.ManagedTraitsChanged;
import dev.flagledger.contract.audit.line.AuditLine;
import dev.flagledger.contract.audit.line.AuditLine.Place;
import dev.flagledger.contract.audit.line.ObjectLines;
import dev.flagledger.contract.view.audit.AuditedKind;
import dev.flagledger.contract.view.audit.FieldChange;
import dev.flagledger.engine.state.Installation;
import dev.flagledger.engine.state.project.Project;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * The lines of managed identities, without those of their overrides. The contract audits none of them. What applications report
 * has no lines: they create an identity for each of their users, and may change traits with every request.
 */
final class IdentityLines {

    private IdentityLines() {}

    /** {@code naming} replaces identifiers, for redaction. */
    static Stream<AuditLine> of(Installation before, ManagedIdentityEvent event, UnaryOperator<String> naming) {
        return before.projectOfEnvironment(event.environmentId()).stream()
                .flatMap(project -> of(project, event, naming));
    }

    private static Stream<AuditLine> of(Project project, ManagedIdentityEvent event, UnaryOperator<String> naming) {
        var place = Place.of(project, event.environmentId());
        return switch (event) {
            case ManagedIdentityCreated e ->
                Stream.of(ObjectLines.created(AuditedKind.IDENTITY, naming.apply(e.identifier()), place, null));
            case ManagedIdentityRenamed e -> {
                var changes = identifier(project, event).stream()
                        .map(old -> new FieldChange("identifier", naming.apply(old), naming.apply(e.identifier())))
                        .toList();
                yield Stream.of(
                        ObjectLines.updated(AuditedKind.IDENTITY, naming.apply(e.identifier()), place, null, changes));
            }
            case ManagedIdentityDeleted e -> {
                var name = identifier(project, event).map(naming).orElseGet(() -> Integer.toString(e.identityId()));
                yield Stream.of(ObjectLines.deleted(AuditedKind.IDENTITY, name, place, null));
            }
            case ManagedTraitsChanged _,
                    IdentityOverrideCreated _,
                    IdentityOverrideUpdated _,
                    IdentityOverrideRemoved _ -> Stream.empty();
        };
    }

    /** The previous identifier; empty without overrides, because the fold contains no other identities. */
    private static Optional<String> identifier(Project project, ManagedIdentityEvent event) {
        return project.environment(event.environmentId()).flags().values().stream()
                .flatMap(flag -> Stream.ofNullable(flag.identities().get(event.identityId())))
                .map(override -> override.identifier())
                .findAny();
    }
}
