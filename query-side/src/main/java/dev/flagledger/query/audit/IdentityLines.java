package dev.flagledger.query.audit;

import dev.flagledger.api.Actor;
import dev.flagledger.api.event.IdentityEvent;
import dev.flagledger.api.event.IdentityEvent.IdentityCreated;
import dev.flagledger.api.event.IdentityEvent.IdentityDeleted;
import dev.flagledger.api.event.IdentityEvent.IdentityOverrideCreated;
import dev.flagledger.api.event.IdentityEvent.IdentityOverrideRemoved;
import dev.flagledger.api.event.IdentityEvent.IdentityOverrideUpdated;
import dev.flagledger.api.event.IdentityEvent.IdentityRenamed;
import dev.flagledger.api.event.IdentityEvent.TraitsChanged;
import dev.flagledger.engine.state.Installation;
import dev.flagledger.engine.state.Project;
import dev.flagledger.query.audit.AuditLine.Place;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Says what the life of an identity leaves in the audit log, besides what becomes of its overrides. The contract audits
 * neither identities nor traits. What the team does with an identity is told all the same; not what applications do, which
 * make one for each of their users, nor traits, which change with every visit.
 */
final class IdentityLines {

    private IdentityLines() {}

    static Stream<AuditLine> of(Installation before, IdentityEvent event, Actor actor) {
        return actor.kind() == Actor.Kind.SDK
                ? Stream.empty()
                : before.projectOfEnvironment(event.environmentId()).stream().flatMap(project -> of(project, event));
    }

    private static Stream<AuditLine> of(Project project, IdentityEvent event) {
        var place = Place.of(project, event.environmentId());
        return switch (event) {
            case IdentityCreated e -> Stream.of(Thing.IDENTITY.created(e.identifier(), place, null));
            case IdentityRenamed e -> {
                var changes = identifier(project, event).stream()
                        .map(old -> new FieldChange("identifier", old, e.identifier()))
                        .toList();
                yield Stream.of(Thing.IDENTITY.updated(e.identifier(), place, null, changes));
            }
            case IdentityDeleted e -> {
                var name = identifier(project, event).orElseGet(() -> Integer.toString(e.identityId()));
                yield Stream.of(Thing.IDENTITY.deleted(name, place, null));
            }
            case TraitsChanged _, IdentityOverrideCreated _, IdentityOverrideUpdated _, IdentityOverrideRemoved _ ->
                Stream.empty();
        };
    }

    /** What it was called, if it has an override: the fold knows of no others. */
    private static Optional<String> identifier(Project project, IdentityEvent event) {
        return project.environment(event.environmentId()).flags().values().stream()
                .flatMap(flag -> Stream.ofNullable(flag.identities().get(event.identityId())))
                .map(override -> override.identifier())
                .findAny();
    }
}
