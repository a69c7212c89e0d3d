package dev.flagledger.engine.state.project;

import dev.flagledger.api.event.ManagedIdentityEvent;
import dev.flagledger.api.event.ManagedIdentityEvent.IdentityOverrideCreated;
import dev.flagledger.api.event.ManagedIdentityEvent.IdentityOverrideRemoved;
import dev.flagledger.api.event.ManagedIdentityEvent.IdentityOverrideUpdated;
import dev.flagledger.api.event.ManagedIdentityEvent.ManagedIdentityCreated;
import dev.flagledger.api.event.ManagedIdentityEvent.ManagedIdentityDeleted;
import dev.flagledger.api.event.ManagedIdentityEvent.ManagedIdentityRenamed;
import dev.flagledger.api.event.ManagedIdentityEvent.ManagedTraitsChanged;
import java.time.Instant;
import java.util.Set;

/** Folds events of identities into the identity overrides of a project. */
final class ManagedIdentityFold {

    private ManagedIdentityFold() {}

    static Project evolve(Project project, ManagedIdentityEvent event, Instant at) {
        return switch (event) {
            // Identities without overrides are not part of the state: there may be millions.
            case ManagedIdentityCreated _, ManagedTraitsChanged _ -> project;
            case ManagedIdentityRenamed _, ManagedIdentityDeleted _ ->
                project.changed(
                        event.environmentId(),
                        environment -> environment
                                .changed(flag -> flag.evolve(event, Set.of(), at))
                                // Even without overrides: times must not depend on events that retention removes.
                                .touched(at));
            case IdentityOverrideCreated e -> changed(project, event, e.featureId(), at);
            case IdentityOverrideUpdated e -> changed(project, event, e.featureId(), at);
            case IdentityOverrideRemoved e -> changed(project, event, e.featureId(), at);
        };
    }

    private static Project changed(Project project, ManagedIdentityEvent event, int featureId, Instant at) {
        var options = project.optionsOf(featureId);
        return project.changed(
                event.environmentId(),
                environment -> environment.changed(featureId, flag -> flag.evolve(event, options, at), at));
    }
}
