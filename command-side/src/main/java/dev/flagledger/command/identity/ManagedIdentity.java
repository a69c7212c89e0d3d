package dev.flagledger.command.identity;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import dev.flagledger.api.Rejected;
import dev.flagledger.api.Rejection;
import dev.flagledger.api.event.IdentityEvent.TraitsChanged;
import dev.flagledger.api.event.ManagedIdentityEvent;
import dev.flagledger.api.event.ManagedIdentityEvent.IdentityOverrideCreated;
import dev.flagledger.api.event.ManagedIdentityEvent.IdentityOverrideRemoved;
import dev.flagledger.api.event.ManagedIdentityEvent.IdentityOverrideUpdated;
import dev.flagledger.api.event.ManagedIdentityEvent.ManagedIdentityCreated;
import dev.flagledger.api.event.ManagedIdentityEvent.ManagedIdentityDeleted;
import dev.flagledger.api.event.ManagedIdentityEvent.ManagedIdentityRenamed;
import dev.flagledger.api.event.ManagedIdentityEvent.ManagedTraitsChanged;
import dev.flagledger.api.identity.IdentityCommand;
import dev.flagledger.api.identity.ManagedIdentityCommand.CreateManagedIdentity;
import dev.flagledger.api.identity.ManagedIdentityCommand.DeleteManagedIdentity;
import dev.flagledger.api.identity.ManagedIdentityCommand.OverrideForIdentity;
import dev.flagledger.api.identity.ManagedIdentityCommand.RemoveIdentityOverride;
import dev.flagledger.api.identity.ManagedIdentityCommand.RenameManagedIdentity;
import dev.flagledger.api.identity.ManagedIdentityCommand.ReplaceOverrides;
import dev.flagledger.api.identity.ManagedIdentityCommand.UpdateIdentityOverride;
import java.time.Instant;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventhandling.Timestamp;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.spring.stereotype.Aggregate;
import org.jspecify.annotations.Nullable;

/**
 * The aggregate of an identity's administered state, mainly its overrides. The stream of an identity that an
 * application created begins with the first administrative command.
 */
@Aggregate(type = "identity", cache = "currentAggregates")
class ManagedIdentity {

    @AggregateIdentifier
    @Nullable String id;

    private @Nullable String identifier;

    /**
     * Replaces {@code markDeleted()}: Axon 4.13 never releases the lock of an aggregate that is deleted in the command
     * that may also create it.
     */
    private boolean deleted;

    private final IdentityOverrides overrides = new IdentityOverrides();

    ManagedIdentity() {}

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.ALWAYS)
    void handle(CreateManagedIdentity command) {
        apply(new ManagedIdentityCreated(command.environmentId(), command.identityId(), command.identifier()));
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(RenameManagedIdentity command) {
        requireThere();
        if (!command.identifier().equals(identifier)) {
            apply(new ManagedIdentityRenamed(command.environmentId(), command.identityId(), command.identifier()));
        }
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(OverrideForIdentity command) {
        requireThere();
        apply(overrides.create(command, identifier(command.identifier())));
    }

    @CommandHandler
    void handle(UpdateIdentityOverride command) {
        requireThere();
        overrides.update(command).ifPresent(event -> apply(event));
    }

    @CommandHandler
    void handle(RemoveIdentityOverride command) {
        requireThere();
        apply(overrides.remove(command));
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(ReplaceOverrides command) {
        requireThere();
        overrides.replace(command, identifier(command.identifier())).forEach(event -> apply(event));
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(DeleteManagedIdentity command) {
        requireThere();
        apply(new ManagedIdentityDeleted(command.environmentId(), command.identityId()));
    }

    /** Records what was changed in the log of identities, in the same transaction. */
    void change(TraitsChanged made) {
        requireThere();
        apply(new ManagedTraitsChanged(made.environmentId(), made.identityId(), made.set(), made.removed()));
    }

    private void requireThere() {
        if (deleted) {
            throw new Rejected(new Rejection.Missing("Identity"));
        }
    }

    /** The stored identifier, which may be newer than the one that the sender read. */
    private String identifier(String sent) {
        return identifier == null ? sent : identifier;
    }

    @EventSourcingHandler
    void evolve(ManagedIdentityEvent event, @Timestamp Instant at) {
        id = IdentityCommand.streamOf(event.environmentId(), event.identityId());
        switch (event) {
            case ManagedIdentityCreated e -> identifier = e.identifier();
            case ManagedIdentityRenamed e -> identifier = e.identifier();
            case IdentityOverrideCreated e -> {
                identifier = e.identifier();
                overrides.evolve(e, at);
            }
            case IdentityOverrideUpdated e -> overrides.evolve(e, at);
            case IdentityOverrideRemoved e -> overrides.evolve(e);
            case ManagedTraitsChanged _ -> {}
            case ManagedIdentityDeleted _ -> deleted = true;
        }
    }
}
