package dev.flagledger.command.identity;

import dev.flagledger.api.Claim;
import dev.flagledger.api.Rejected;
import dev.flagledger.api.Rejection;
import dev.flagledger.api.event.EventScope;
import dev.flagledger.api.identity.IdentityCommand.CreateIdentity;
import dev.flagledger.api.identity.ManagedIdentityCommand.CreateManagedIdentity;
import dev.flagledger.api.identity.ManagedIdentityCommand.OverrideForIdentity;
import dev.flagledger.api.identity.ManagedIdentityCommand.RestoreIdentity;
import dev.flagledger.engine.state.project.Project;
import dev.flagledger.installation.identity.log.IdentityLog;
import dev.flagledger.ledger.log.Attribution;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.messaging.MetaData;
import org.axonframework.modelling.command.Repository;
import org.springframework.stereotype.Component;

/** Creates identities that are as deleted ones were, and overrides for identities as part of another command. */
@Component
public class IdentityRestoration {

    private final ManagedIdentities identities;
    private final IdentityLog log;

    IdentityRestoration(Repository<ManagedIdentity> identities, IdentityLog log) {
        this.identities = new ManagedIdentities(identities);
        this.log = log;
    }

    /** Applications may have reported the identifier since the command was planned. */
    @CommandHandler
    void handle(RestoreIdentity command, MetaData sent) {
        if (log.create(reported(command), Attribution.of(sent)).isEmpty()) {
            throw new Rejected(new Rejection.Taken(Claim.Kind.IDENTIFIER));
        }
        manage(command);
    }

    /** Creates an identity in an environment that the caller's transaction creates. */
    public void addToNew(RestoreIdentity command, Project project, Attribution by) {
        var object = "identity:" + command.identityId();
        var scope = new EventScope(project.organisationId(), project.id(), command.environmentId(), object);
        log.createFirst(reported(command), scope, by);
        manage(command);
    }

    /** Creates an override in the caller's transaction. */
    public void add(OverrideForIdentity override) {
        identities.change(override.environmentId(), override.identityId(), identity -> identity.handle(override));
    }

    private static CreateIdentity reported(RestoreIdentity command) {
        return new CreateIdentity(
                command.environmentId(), command.identityId(), command.identifier(), command.traits());
    }

    private void manage(RestoreIdentity command) {
        var created = new CreateManagedIdentity(command.environmentId(), command.identityId(), command.identifier());
        identities.change(command.environmentId(), command.identityId(), identity -> identity.handle(created));
        command.overrides().forEach(this::add);
    }
}
