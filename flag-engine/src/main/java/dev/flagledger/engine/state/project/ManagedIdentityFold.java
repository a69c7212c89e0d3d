package dev.flagledger.engine.state.project;

import dev.flagledger.api.event.ManagedIdentityEvent;
import dev.flagledger.api.event.ManagedIdentityEvent.IdentityOverrideCreated;
import dev.flagledger.api.event.ManagedIdentityEvent.IdentityOverrideRemoved;
import dev.flagledger.api.event.ManagedIdentityEvent.IdentityOverrideUpdated;
import dev.flagledger.api.event.ManagedIdentityEvent.ManagedIdentityCreated;
import dev.flagledger.api.event.ManagedIdentityEvent.ManagedIdentityDeleted;
import dev.flagledger.api.event.ManagedIdentityEvent.ManagedIdentityRenamed;
import java.time.Instant;

/** Folds events of identities into the identity overrides of a project. */
final class ManagedIdentityFold {

    private ManagedIdentityFold() {}

    static Project evolve(Project project, ManagedIdentityEvent event, Instant at) {
        return switch (event) {
            // Identities without overrides are not part of the state: there may be millions.
            case ManagedIdentityCreated _ -> project;
            case ManagedIdentityRenamed _,
                    IdentityOverrideCreated _,
                    IdentityOverrideUpdated _,
                    IdentityOverrideRemoved _,
                    ManagedIdentityDeleted _ ->
                project.changed(event.environmentId(), environment -> evolve(project, environment, event, at));
        };
    }

    private static Environment evolve(
            Project project, Environment environment, ManagedIdentityEvent event, Instant at) {
        int identity = event.identityId();
        return switch (event) {
            case ManagedIdentityCreated _ -> environment;
            case ManagedIdentityRenamed e -> environment.changed(flag -> flag.renamed(identity, e.identifier()), at);
            case IdentityOverrideCreated e -> {
                var options = project.optionsOf(e.featureId());
                yield environment.changed(e.featureId(), flag -> flag.overridden(e, options, at), at);
            }
            case IdentityOverrideUpdated e -> {
                var options = project.optionsOf(e.featureId());
                yield environment.changed(e.featureId(), flag -> flag.overridden(e, options, at), at);
            }
            case IdentityOverrideRemoved e ->
                environment.changed(e.featureId(), flag -> flag.withoutIdentity(identity), at);
            case ManagedIdentityDeleted _ -> environment.changed(flag -> flag.withoutIdentity(identity), at);
        };
    }
}
