package dev.flagledger.command.organisation;

import dev.flagledger.access.invite.InviteHashes;
import dev.flagledger.access.scim.ScimTokens;
import dev.flagledger.access.secret.ApiKeys;
import dev.flagledger.access.secret.WebhookSecrets;
import dev.flagledger.api.invite.InviteCommand;
import dev.flagledger.api.metadata.MetadataCommand;
import dev.flagledger.api.organisation.LoginRuleCommand;
import dev.flagledger.api.organisation.OrganisationCommand;
import dev.flagledger.api.organisation.OrganisationCommand.DeleteOrganisation;
import dev.flagledger.api.trust.TrustCommand;
import dev.flagledger.api.webhook.WebhookOwner;
import dev.flagledger.command.project.OrganisationLock;
import dev.flagledger.command.project.ProjectDeletion;
import dev.flagledger.command.provider.ProviderRemoval;
import dev.flagledger.command.saml.SamlEndings;
import dev.flagledger.engine.state.OwnedWebhooks;
import dev.flagledger.ledger.command.NameClaims;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.modelling.command.Repository;
import org.springframework.stereotype.Component;

/** Deletes organisations with everything that they own: projects, custom fields, API keys, webhooks and invites. */
@Component
public class OrganisationDeletion {

    private final Repository<Organisation> organisations;
    private final OrganisationLock lock;
    private final ProjectDeletion projects;
    private final NameClaims names;
    private final ApiKeys keys;
    private final WebhookSecrets secrets;
    private final InviteHashes invites;
    private final ProviderRemoval providers;
    private final SamlEndings saml;
    private final ScimTokens directories;

    OrganisationDeletion(
            Repository<Organisation> organisations,
            OrganisationLock lock,
            ProjectDeletion projects,
            NameClaims names,
            ApiKeys keys,
            WebhookSecrets secrets,
            InviteHashes invites,
            ProviderRemoval providers,
            SamlEndings saml,
            ScimTokens directories) {
        this.organisations = organisations;
        this.lock = lock;
        this.projects = projects;
        this.names = names;
        this.keys = keys;
        this.secrets = secrets;
        this.invites = invites;
        this.providers = providers;
        this.saml = saml;
        this.directories = directories;
    }

    @CommandHandler
    void handle(DeleteOrganisation command) {
        delete(command.organisationId());
    }

    /**
     * Deletes an organisation in the caller's transaction. No project can be created while the lock is held, so none is
     * missed.
     */
    public void delete(int id) {
        var current = lock.acquire(id);
        current.projectsOf(id).forEach(project -> projects.deleteIfExists(project.id()));
        names.release(current.metadata()
                .in(id)
                .map(field -> MetadataCommand.streamOf(field.id()))
                .toList());
        names.release(current.organisation(id).stream()
                .flatMap(organisation -> organisation.access().trusts().byId().keySet().stream())
                .map(TrustCommand::ownerOf)
                .toList());
        names.release(current.organisation(id).stream()
                .flatMap(organisation -> organisation.access().invitations().invites().keySet().stream())
                .map(InviteCommand::streamOf)
                .toList());
        names.release(current.organisation(id).stream()
                .flatMap(organisation -> organisation.access().loginRules().domains().byId().keySet().stream())
                .map(LoginRuleCommand::ownerOf)
                .toList());
        invites.removeAllOf(id);
        directories.remove(id);
        current.organisation(id).ifPresent(saml::endAllOf);
        OwnedWebhooks.of(current, WebhookOwner.organisation(id)).keySet().forEach(secrets::remove);
        current.organisation(id)
                .ifPresent(organisation -> providers.forget(
                        id, organisation.access().providers().oidc().keySet()));
        organisations
                .load(OrganisationCommand.streamOf(id))
                .invoke(organisation -> organisation.delete(id))
                .forEach(keys::remove);
    }
}
