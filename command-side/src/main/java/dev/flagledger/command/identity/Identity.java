package dev.flagledger.command.identity;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;
import static org.axonframework.modelling.command.AggregateLifecycle.markDeleted;

import dev.flagledger.api.event.IdentityEvent;
import dev.flagledger.api.event.IdentityEvent.IdentityCreated;
import dev.flagledger.api.event.IdentityEvent.IdentityDeleted;
import dev.flagledger.api.event.IdentityEvent.IdentityRenamed;
import dev.flagledger.api.event.IdentityEvent.TraitsChanged;
import dev.flagledger.api.event.ManagedIdentityEvent;
import dev.flagledger.api.event.ManagedIdentityEvent.IdentityOverrideCreated;
import dev.flagledger.api.event.ManagedIdentityEvent.IdentityOverrideRemoved;
import dev.flagledger.api.event.ManagedIdentityEvent.IdentityOverrideUpdated;
import dev.flagledger.api.event.ManagedIdentityEvent.ManagedIdentityCreated;
import dev.flagledger.api.event.ManagedIdentityEvent.ManagedIdentityDeleted;
import dev.flagledger.api.event.ManagedIdentityEvent.ManagedIdentityRenamed;
import dev.flagledger.api.identity.IdentityCommand;
import dev.flagledger.api.identity.IdentityCommand.ChangeTrait;
import dev.flagledger.api.identity.IdentityCommand.ChangeTraits;
import dev.flagledger.api.identity.IdentityCommand.CreateIdentity;
import dev.flagledger.api.identity.IdentityCommand.CreateTrait;
import dev.flagledger.api.identity.IdentityCommand.DeleteIdentity;
import dev.flagledger.api.identity.IdentityCommand.Identify;
import dev.flagledger.api.identity.IdentityCommand.IncrementTrait;
import dev.flagledger.api.identity.IdentityCommand.OverrideForIdentity;
import dev.flagledger.api.identity.IdentityCommand.RemoveIdentityOverride;
import dev.flagledger.api.identity.IdentityCommand.RemoveTrait;
import dev.flagledger.api.identity.IdentityCommand.RenameIdentity;
import dev.flagledger.api.identity.IdentityCommand.ReplaceOverrides;
import dev.flagledger.api.identity.IdentityCommand.UpdateIdentityOverride;
import dev.flagledger.api.identity.IdentityTraits;
import java.util.List;
import java.util.Objects;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.spring.stereotype.Aggregate;

/** Guards the name, the traits and the overrides of one identity. */
@Aggregate(type = "identity", cache = "currentAggregates")
class Identity {

    @AggregateIdentifier
    String id;

    private String identifier;
    private final OwnTraits traits = new OwnTraits();
    private final OwnStates overrides = new OwnStates();

    Identity() {}

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.ALWAYS)
    void handle(CreateIdentity command) {
        apply(new IdentityCreated(command.environmentId(), command.identityId(), command.identifier()));
        apply(new ManagedIdentityCreated(command.environmentId(), command.identityId(), command.identifier()));
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.ALWAYS)
    void handle(Identify command) {
        apply(new IdentityCreated(command.environmentId(), command.identityId(), command.identifier()));
        record(command, new OwnTraits.Change(command.traits(), List.of()));
    }

    @CommandHandler
    void handle(RenameIdentity command) {
        if (!command.identifier().equals(identifier)) {
            apply(new IdentityRenamed(command.environmentId(), command.identityId(), command.identifier()));
            apply(new ManagedIdentityRenamed(command.environmentId(), command.identityId(), command.identifier()));
        }
    }

    @CommandHandler
    IdentityTraits handle(ChangeTraits command) {
        record(command, traits.change(command.set(), command.removed()));
        return traits.all();
    }

    @CommandHandler
    int handle(IncrementTrait command) {
        var raised = traits.increment(command);
        record(command, traits.change(List.of(raised), List.of()));
        return Integer.parseInt(Objects.requireNonNull(raised.value()));
    }

    @CommandHandler
    void handle(CreateTrait command) {
        record(command, traits.create(command.trait()));
    }

    @CommandHandler
    void handle(ChangeTrait command) {
        record(command, traits.edit(command.edit()));
    }

    @CommandHandler
    void handle(RemoveTrait command) {
        record(command, traits.remove(command.traitId()));
    }

    @CommandHandler
    void handle(OverrideForIdentity command) {
        apply(overrides.create(command, identifier));
    }

    @CommandHandler
    void handle(UpdateIdentityOverride command) {
        overrides.update(command).ifPresent(event -> apply(event));
    }

    @CommandHandler
    void handle(RemoveIdentityOverride command) {
        apply(overrides.remove(command));
    }

    @CommandHandler
    void handle(ReplaceOverrides command) {
        overrides.replace(command, identifier).forEach(event -> apply(event));
    }

    @CommandHandler
    void handle(DeleteIdentity command) {
        apply(new IdentityDeleted(command.environmentId(), command.identityId()));
        apply(new ManagedIdentityDeleted(command.environmentId(), command.identityId()));
    }

    @EventSourcingHandler
    void evolve(IdentityEvent event) {
        switch (event) {
            case IdentityCreated e -> {
                id = IdentityCommand.streamOf(e.environmentId(), e.identityId());
                identifier = e.identifier();
            }
            case IdentityRenamed e -> identifier = e.identifier();
            case TraitsChanged e -> traits.evolve(e);
            case IdentityDeleted _ -> markDeleted();
        }
    }

    @EventSourcingHandler
    void evolve(ManagedIdentityEvent event) {
        switch (event) {
            case IdentityOverrideCreated e -> overrides.evolve(e);
            case IdentityOverrideUpdated e -> overrides.evolve(e);
            case IdentityOverrideRemoved e -> overrides.evolve(e);
            case ManagedIdentityCreated _, ManagedIdentityRenamed _, ManagedIdentityDeleted _ -> {
                // said by the other events too
            }
        }
    }

    private static void record(IdentityCommand command, OwnTraits.Change change) {
        if (!change.isNone()) {
            apply(new TraitsChanged(command.environmentId(), command.identityId(), change.set(), change.removed()));
        }
    }
}
