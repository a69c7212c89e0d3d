package dev.flagledger.command.revert.existence;

import dev.flagledger.api.LedgerCommand;
import dev.flagledger.api.event.ManagedIdentityEvent;
import dev.flagledger.api.event.ManagedIdentityEvent.ManagedIdentityCreated;
import dev.flagledger.api.event.ManagedIdentityEvent.ManagedIdentityDeleted;
import dev.flagledger.api.identity.ManagedIdentityCommand.DeleteManagedIdentity;
import dev.flagledger.contract.error.Refusal;
import dev.flagledger.contract.error.text.PastTexts;
import dev.flagledger.engine.state.project.Environment;
import dev.flagledger.engine.state.project.Project;
import dev.flagledger.installation.id.Ids;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.ToIntFunction;
import org.springframework.http.HttpStatus;

/** Undoes the creation of an identity by the team, or its deletion. */
record IdentityExistence(Project before, Project now, IdentityLookup identities, ToIntFunction<Ids.Kind> drawn) {

    /** Returns the plan; empty for other events, and if the identity cannot be deleted or created again. */
    Optional<ExistencePlan> without(ManagedIdentityEvent event) {
        var current = now.environments().get(event.environmentId());
        var former = before.environments().get(event.environmentId());
        if (current == null || former == null) {
            return Optional.empty();
        }
        return switch (event) {
            case ManagedIdentityCreated e ->
                identities
                        .identifier(e.environmentId(), e.identityId())
                        .map(identifier -> deletion(e.identityId(), identifier, current));
            case ManagedIdentityDeleted e -> restored(e.identityId(), former, current);
            default -> Optional.empty();
        };
    }

    /** What applications have reported of it since would be lost too. */
    private ExistencePlan deletion(int id, String identifier, Environment environment) {
        boolean reported = identities
                .last(environment.id(), id)
                .filter(state -> state.version() > 0)
                .isPresent();
        return ExistencePlan.deletion(
                now,
                ShownObjects.deletedIdentity(id, identifier, environment.id()),
                new LinkedHashSet<>(),
                reported || !environment.overridesOf(id).isEmpty(),
                new DeleteManagedIdentity(environment.id(), id));
    }

    private Optional<ExistencePlan> restored(int id, Environment former, Environment current) {
        if (!identities.erased(Set.of(id)).isEmpty()) {
            throw Refusal.detail(HttpStatus.CONFLICT, PastTexts.ERASED);
        }
        var restored = new RestoredIdentity(former, now, id, identities.last(former.id(), id));
        return restored.identifier()
                .flatMap(identifier -> identities
                        .named(current.id(), identifier)
                        .map(known -> overridden(restored, known, identifier, current))
                        .orElseGet(() -> Optional.of(created(restored, identifier, current))));
    }

    private ExistencePlan created(RestoredIdentity restored, String identifier, Environment current) {
        int id = drawn.applyAsInt(Ids.Kind.IDENTITY);
        return ExistencePlan.creation(
                now,
                ShownObjects.createdIdentity(restored.id(), identifier, current.id()),
                id,
                List.of(restored.command(current.id(), id, identifier, drawn)),
                List.of());
    }

    /** Applications have reported it again: it gets the overrides that it lacks, and keeps what was reported. */
    private Optional<ExistencePlan> overridden(
            RestoredIdentity restored, int known, String identifier, Environment current) {
        var lacking = restored.overrides(current.id(), known, identifier).stream()
                .filter(override ->
                        !current.flag(override.featureId()).identities().containsKey(known))
                .map(LedgerCommand.class::cast)
                .toList();
        return lacking.isEmpty()
                ? Optional.empty()
                : Optional.of(ExistencePlan.creation(
                        now, ShownObjects.updatedIdentity(known, identifier, current.id()), known, lacking, List.of()));
    }
}
