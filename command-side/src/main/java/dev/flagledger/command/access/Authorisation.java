package dev.flagledger.command.access;

import static java.util.Map.entry;

import dev.flagledger.access.permission.AccessPolicy;
import dev.flagledger.access.security.Caller;
import dev.flagledger.api.Actor;
import dev.flagledger.api.LedgerCommand;
import dev.flagledger.api.Rejected;
import dev.flagledger.api.Rejection;
import dev.flagledger.api.access.Permission;
import dev.flagledger.api.code.CodeCommand;
import dev.flagledger.api.environment.EnvironmentCommand;
import dev.flagledger.api.erasure.ErasureCommand;
import dev.flagledger.api.feature.FeatureCommand;
import dev.flagledger.api.flag.FlagCommand;
import dev.flagledger.api.grant.GrantCommand;
import dev.flagledger.api.group.GroupCommand;
import dev.flagledger.api.health.HealthCommand;
import dev.flagledger.api.identity.IdentityCommand;
import dev.flagledger.api.identity.ManagedIdentityCommand;
import dev.flagledger.api.invite.InviteCommand;
import dev.flagledger.api.invite.InviteLinkCommand;
import dev.flagledger.api.metadata.MetadataCommand;
import dev.flagledger.api.organisation.LoginRuleCommand;
import dev.flagledger.api.organisation.OrganisationCommand;
import dev.flagledger.api.project.ProjectCommand;
import dev.flagledger.api.provider.OidcProviderCommand;
import dev.flagledger.api.role.RoleCommand;
import dev.flagledger.api.saml.SamlCommand;
import dev.flagledger.api.scim.ScimCommand;
import dev.flagledger.api.segment.SegmentCommand;
import dev.flagledger.api.trust.TrustCommand;
import dev.flagledger.api.user.AccountCommand;
import dev.flagledger.api.user.FactorCommand;
import dev.flagledger.api.user.LoginLinkCommand;
import dev.flagledger.api.user.SessionCommand;
import dev.flagledger.api.user.UserCommand;
import dev.flagledger.api.version.VersionCommand;
import dev.flagledger.api.webhook.WebhookCommand;
import dev.flagledger.engine.state.Installation;
import dev.flagledger.ledger.command.CommandGuard;
import dev.flagledger.ledger.history.History;
import dev.flagledger.ledger.log.Attribution;
import java.util.Map;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.messaging.InterceptorChain;
import org.axonframework.messaging.MessageHandlerInterceptor;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Refuses commands whose actor lacks the permission required by the table, commands without an actor, and commands that
 * are not in the table.
 */
@Component
@Order(1)
final class Authorisation implements MessageHandlerInterceptor<CommandMessage<?>>, CommandGuard {

    static final Map<Class<? extends LedgerCommand>, Permission> REQUIRED = Map.ofEntries(
            entry(UserCommand.RegisterUser.class, Permission.ANYONE),
            entry(UserCommand.RenameUser.class, Permission.SELF),
            entry(UserCommand.LogIn.class, Permission.SELF),
            entry(UserCommand.FailLogin.class, Permission.ANYONE),
            entry(UserCommand.LockLogin.class, Permission.ANYONE),
            entry(UserCommand.LogOut.class, Permission.SELF),
            entry(LoginLinkCommand.LinkLogin.class, Permission.SELF),
            entry(LoginLinkCommand.UnlinkLogin.class, Permission.SELF),
            entry(FactorCommand.ActivateFactor.class, Permission.SELF),
            entry(FactorCommand.DeactivateFactor.class, Permission.SELF),
            entry(FactorCommand.FailCode.class, Permission.ANYONE),
            entry(FactorCommand.UseBackupCode.class, Permission.SELF),
            entry(SessionCommand.EndSession.class, Permission.SELF),
            entry(SessionCommand.GrantApplication.class, Permission.SELF),
            entry(SessionCommand.RevokeApplication.class, Permission.SELF),
            entry(LoginRuleCommand.ChangeLoginPolicy.class, Permission.ORGANISATION_ADMIN),
            entry(LoginRuleCommand.AddDomain.class, Permission.ORGANISATION_ADMIN),
            entry(LoginRuleCommand.ProveDomain.class, Permission.ORGANISATION_ADMIN),
            entry(LoginRuleCommand.VouchForDomain.class, Permission.INSTALLATION_ADMIN),
            entry(LoginRuleCommand.RemoveDomain.class, Permission.ORGANISATION_ADMIN),
            entry(AccountCommand.ChangePassword.class, Permission.SELF),
            entry(AccountCommand.RequestPasswordReset.class, Permission.ANYONE),
            entry(AccountCommand.ChangeEmail.class, Permission.SELF),
            entry(AccountCommand.ConfirmActivation.class, Permission.SELF),
            entry(AccountCommand.ChangeActive.class, Permission.INSTALLATION_ADMIN),
            entry(AccountCommand.ChangeSuperuser.class, Permission.INSTALLATION_ADMIN),
            entry(AccountCommand.ChangeOnboarding.class, Permission.SELF),
            entry(ErasureCommand.EraseUser.class, Permission.INSTALLATION_ADMIN),
            entry(ErasureCommand.EraseMember.class, Permission.ORGANISATION_ADMIN),
            entry(ErasureCommand.EraseOneself.class, Permission.SELF),
            entry(ErasureCommand.EraseIdentity.class, Permission.ENVIRONMENT_ADMIN),
            entry(OrganisationCommand.CreateOrganisation.class, Permission.LOGGED_IN),
            entry(OrganisationCommand.ChangeOrganisation.class, Permission.ORGANISATION_ADMIN),
            entry(OrganisationCommand.DeleteOrganisation.class, Permission.ORGANISATION_ADMIN),
            entry(OrganisationCommand.AdmitMember.class, Permission.MANAGE_MEMBERS),
            entry(OrganisationCommand.ChangeMemberRole.class, Permission.ORGANISATION_ADMIN),
            entry(OrganisationCommand.RemoveMembers.class, Permission.MANAGE_MEMBERS),
            entry(OrganisationCommand.LeaveOrganisation.class, Permission.SELF),
            entry(InviteCommand.CreateInvite.class, Permission.MANAGE_MEMBERS),
            entry(InviteCommand.ResendInvite.class, Permission.ORGANISATION_ADMIN),
            entry(InviteCommand.DeleteInvite.class, Permission.MANAGE_MEMBERS),
            entry(InviteCommand.AcceptInvite.class, Permission.SELF),
            entry(InviteLinkCommand.CreateInviteLink.class, Permission.ORGANISATION_ADMIN),
            entry(InviteLinkCommand.DeleteInviteLink.class, Permission.ORGANISATION_ADMIN),
            entry(InviteLinkCommand.JoinByLink.class, Permission.SELF),
            entry(OrganisationCommand.CreateApiKey.class, Permission.ORGANISATION_ADMIN),
            entry(OrganisationCommand.ChangeApiKey.class, Permission.ORGANISATION_ADMIN),
            entry(OrganisationCommand.RevokeApiKey.class, Permission.ORGANISATION_ADMIN),
            entry(OrganisationCommand.ChangeRetention.class, Permission.ORGANISATION_ADMIN),
            entry(OrganisationCommand.ChangeLegalHold.class, Permission.ORGANISATION_ADMIN),
            entry(OrganisationCommand.PruneEvents.class, Permission.ORGANISATION_ADMIN),
            entry(GroupCommand.CreateGroup.class, Permission.MANAGE_USER_GROUPS),
            entry(GroupCommand.ChangeGroup.class, Permission.MANAGE_GROUP),
            entry(GroupCommand.AddGroupMembers.class, Permission.MANAGE_GROUP),
            entry(GroupCommand.RemoveGroupMembers.class, Permission.MANAGE_GROUP),
            entry(GroupCommand.ChangeGroupAdmin.class, Permission.ORGANISATION_ADMIN),
            entry(GroupCommand.DeleteGroup.class, Permission.MANAGE_GROUP),
            entry(GrantCommand.GrantPermissions.class, Permission.MANAGE_GRANTS),
            entry(GrantCommand.ChangeGrant.class, Permission.MANAGE_GRANTS),
            entry(GrantCommand.WithdrawGrant.class, Permission.MANAGE_GRANTS),
            entry(RoleCommand.CreateRole.class, Permission.ORGANISATION_ADMIN),
            entry(RoleCommand.ChangeRole.class, Permission.ORGANISATION_ADMIN),
            entry(RoleCommand.DeleteRole.class, Permission.ORGANISATION_ADMIN),
            entry(RoleCommand.GrantRights.class, Permission.ORGANISATION_ADMIN),
            entry(RoleCommand.ChangeRights.class, Permission.ORGANISATION_ADMIN),
            entry(RoleCommand.RevokeRights.class, Permission.ORGANISATION_ADMIN),
            entry(RoleCommand.AddHolder.class, Permission.ORGANISATION_ADMIN),
            entry(RoleCommand.RemoveHolder.class, Permission.ORGANISATION_ADMIN),
            entry(TrustCommand.CreateTrust.class, Permission.ORGANISATION_ADMIN),
            entry(TrustCommand.ChangeTrust.class, Permission.ORGANISATION_ADMIN),
            entry(TrustCommand.DeleteTrust.class, Permission.ORGANISATION_ADMIN),
            entry(TrustCommand.IssueTrustToken.class, Permission.VIEW_ORGANISATION),
            entry(OidcProviderCommand.AddOidcProvider.class, Permission.ORGANISATION_ADMIN),
            entry(OidcProviderCommand.ChangeOidcProvider.class, Permission.ORGANISATION_ADMIN),
            entry(OidcProviderCommand.RemoveOidcProvider.class, Permission.ORGANISATION_ADMIN),
            entry(ScimCommand.ConnectScim.class, Permission.ORGANISATION_ADMIN),
            entry(ScimCommand.ChangeScimToken.class, Permission.ORGANISATION_ADMIN),
            entry(ScimCommand.DisconnectScim.class, Permission.ORGANISATION_ADMIN),
            entry(ScimCommand.RecordPerson.class, Permission.MANAGE_MEMBERS),
            entry(ScimCommand.ForgetPerson.class, Permission.MANAGE_MEMBERS),
            entry(ScimCommand.FillGroup.class, Permission.MANAGE_MEMBERS),
            entry(SamlCommand.AddSaml.class, Permission.ORGANISATION_ADMIN),
            entry(SamlCommand.ChangeSaml.class, Permission.ORGANISATION_ADMIN),
            entry(SamlCommand.RemoveSaml.class, Permission.ORGANISATION_ADMIN),
            entry(SamlCommand.AddMapping.class, Permission.ORGANISATION_ADMIN),
            entry(SamlCommand.ChangeMapping.class, Permission.ORGANISATION_ADMIN),
            entry(SamlCommand.RemoveMapping.class, Permission.ORGANISATION_ADMIN),
            entry(ProjectCommand.CreateProject.class, Permission.CREATE_PROJECT),
            entry(ProjectCommand.ChangeProject.class, Permission.PROJECT_ADMIN),
            entry(ProjectCommand.DeleteProject.class, Permission.PROJECT_ADMIN),
            entry(ProjectCommand.CreateTag.class, Permission.MANAGE_TAGS),
            entry(ProjectCommand.ChangeTag.class, Permission.MANAGE_TAGS),
            entry(ProjectCommand.DeleteTag.class, Permission.MANAGE_TAGS),
            entry(EnvironmentCommand.CreateEnvironment.class, Permission.CREATE_ENVIRONMENT),
            entry(EnvironmentCommand.ChangeEnvironment.class, Permission.ENVIRONMENT_ADMIN),
            entry(EnvironmentCommand.CloneEnvironment.class, Permission.CREATE_ENVIRONMENT),
            entry(EnvironmentCommand.EnableVersioning.class, Permission.ENVIRONMENT_ADMIN),
            entry(EnvironmentCommand.DisableVersioning.class, Permission.ENVIRONMENT_ADMIN),
            entry(EnvironmentCommand.NoteEvaluation.class, Permission.ANYONE),
            entry(EnvironmentCommand.DeleteEnvironment.class, Permission.ENVIRONMENT_ADMIN),
            entry(EnvironmentCommand.AddServerKey.class, Permission.ENVIRONMENT_ADMIN),
            entry(EnvironmentCommand.ChangeServerKey.class, Permission.ENVIRONMENT_ADMIN),
            entry(EnvironmentCommand.RemoveServerKey.class, Permission.ENVIRONMENT_ADMIN),
            entry(EnvironmentCommand.ExportFeatures.class, Permission.ENVIRONMENT_ADMIN),
            entry(EnvironmentCommand.DeleteTrait.class, Permission.MANAGE_IDENTITIES),
            entry(FeatureCommand.CreateFeature.class, Permission.CREATE_FEATURE),
            entry(FeatureCommand.ChangeFeature.class, Permission.CREATE_FEATURE),
            entry(FeatureCommand.AddOwners.class, Permission.CREATE_FEATURE),
            entry(FeatureCommand.AddGroupOwners.class, Permission.CREATE_FEATURE),
            entry(FeatureCommand.RemoveGroupOwners.class, Permission.CREATE_FEATURE),
            entry(FeatureCommand.RemoveOwners.class, Permission.CREATE_FEATURE),
            entry(FeatureCommand.AddOption.class, Permission.CREATE_FEATURE),
            entry(FeatureCommand.ChangeOption.class, Permission.CREATE_FEATURE),
            entry(FeatureCommand.RemoveOption.class, Permission.CREATE_FEATURE),
            entry(FeatureCommand.DeleteFeature.class, Permission.DELETE_FEATURE),
            entry(FlagCommand.ToggleFeature.class, Permission.UPDATE_FEATURE_STATE),
            entry(FlagCommand.UpdateFeatureState.class, Permission.UPDATE_FEATURE_STATE),
            entry(FlagCommand.OverrideForSegment.class, Permission.MANAGE_SEGMENT_OVERRIDES),
            entry(FlagCommand.UpdateSegmentOverride.class, Permission.MANAGE_SEGMENT_OVERRIDES),
            entry(FlagCommand.PlaceSegment.class, Permission.MANAGE_SEGMENT_OVERRIDES),
            entry(FlagCommand.RemoveSegmentOverride.class, Permission.MANAGE_SEGMENT_OVERRIDES),
            entry(FlagCommand.OrderSegments.class, Permission.MANAGE_SEGMENT_OVERRIDES),
            entry(FlagCommand.UpdateFlag.class, Permission.UPDATE_FEATURE_STATE),
            entry(FlagCommand.UpdateOverrides.class, Permission.MANAGE_SEGMENT_OVERRIDES),
            entry(VersionCommand.DraftVersion.class, Permission.UPDATE_FEATURE_STATE),
            entry(VersionCommand.PublishChanges.class, Permission.UPDATE_FEATURE_STATE),
            entry(VersionCommand.EditDraft.class, Permission.UPDATE_FEATURE_STATE),
            entry(VersionCommand.DiscardDraft.class, Permission.UPDATE_FEATURE_STATE),
            entry(VersionCommand.PublishDraft.class, Permission.UPDATE_FEATURE_STATE),
            entry(VersionCommand.PublishUpdate.class, Permission.UPDATE_FEATURE_STATE),
            entry(VersionCommand.PublishOverrides.class, Permission.MANAGE_SEGMENT_OVERRIDES),
            entry(CodeCommand.RecordScan.class, Permission.VIEW_PROJECT),
            entry(HealthCommand.AddProvider.class, Permission.PROJECT_ADMIN),
            entry(HealthCommand.RemoveProvider.class, Permission.PROJECT_ADMIN),
            entry(HealthCommand.ReportHealth.class, Permission.ANYONE),
            entry(HealthCommand.DismissReport.class, Permission.PROJECT_ADMIN),
            entry(SegmentCommand.CreateSegment.class, Permission.MANAGE_SEGMENTS),
            entry(SegmentCommand.ChangeSegment.class, Permission.MANAGE_SEGMENTS),
            entry(SegmentCommand.DeleteSegment.class, Permission.MANAGE_SEGMENTS),
            entry(MetadataCommand.CreateField.class, Permission.MANAGE_METADATA),
            entry(MetadataCommand.ChangeField.class, Permission.MANAGE_METADATA),
            entry(MetadataCommand.AttachField.class, Permission.MANAGE_METADATA),
            entry(MetadataCommand.ChangeAttachment.class, Permission.MANAGE_METADATA),
            entry(MetadataCommand.DetachField.class, Permission.MANAGE_METADATA),
            entry(MetadataCommand.DeleteField.class, Permission.MANAGE_METADATA),
            entry(WebhookCommand.AddWebhook.class, Permission.MANAGE_WEBHOOKS),
            entry(WebhookCommand.ChangeWebhook.class, Permission.MANAGE_WEBHOOKS),
            entry(WebhookCommand.RemoveWebhook.class, Permission.MANAGE_WEBHOOKS),
            entry(WebhookCommand.RedeliverMessages.class, Permission.MANAGE_WEBHOOKS),
            entry(WebhookCommand.PauseWebhook.class, Permission.MANAGE_WEBHOOKS),
            entry(WebhookCommand.ResumeWebhook.class, Permission.MANAGE_WEBHOOKS),
            entry(IdentityCommand.CreateIdentity.class, Permission.DESCRIBE_IDENTITIES),
            entry(IdentityCommand.ChangeTraits.class, Permission.DESCRIBE_IDENTITIES),
            entry(IdentityCommand.IncrementTrait.class, Permission.DESCRIBE_IDENTITIES),
            entry(IdentityCommand.RenameIdentity.class, Permission.MANAGE_IDENTITIES),
            entry(IdentityCommand.CreateTrait.class, Permission.MANAGE_IDENTITIES),
            entry(IdentityCommand.ChangeTrait.class, Permission.MANAGE_IDENTITIES),
            entry(IdentityCommand.RemoveTrait.class, Permission.MANAGE_IDENTITIES),
            entry(IdentityCommand.DeleteIdentity.class, Permission.MANAGE_IDENTITIES),
            entry(ManagedIdentityCommand.CreateManagedIdentity.class, Permission.MANAGE_IDENTITIES),
            entry(ManagedIdentityCommand.RenameManagedIdentity.class, Permission.MANAGE_IDENTITIES),
            entry(ManagedIdentityCommand.EditTraits.class, Permission.MANAGE_IDENTITIES),
            entry(ManagedIdentityCommand.DeleteManagedIdentity.class, Permission.MANAGE_IDENTITIES),
            entry(ManagedIdentityCommand.ReplaceOverrides.class, Permission.ENVIRONMENT_ADMIN),
            entry(ManagedIdentityCommand.UpdateIdentityOverride.class, Permission.UPDATE_FEATURE_STATE),
            entry(ManagedIdentityCommand.RemoveIdentityOverride.class, Permission.UPDATE_FEATURE_STATE),
            entry(ManagedIdentityCommand.OverrideForIdentity.class, Permission.UPDATE_FEATURE_STATE));

    private final History<Installation> history;

    Authorisation(History<Installation> history) {
        this.history = history;
    }

    @Override
    public Object handle(UnitOfWork<? extends CommandMessage<?>> work, InterceptorChain chain) throws Exception {
        var message = work.getMessage();
        if (!(message.getPayload() instanceof LedgerCommand command)) {
            throw new IllegalArgumentException("not one of our commands: " + message.getCommandName());
        }
        // A missing actor would otherwise be read as the system, which may do anything.
        if (!Attribution.namesActor(message.getMetaData())) {
            throw new Rejected(new Rejection.Forbidden());
        }
        require(command, Attribution.actorOf(message.getMetaData()));
        return chain.proceed();
    }

    @Override
    public void require(LedgerCommand command, Attribution by) {
        require(command, by.actor());
    }

    private void require(LedgerCommand command, Actor actor) {
        var required = requiredFor(command);
        if (required == null || !AccessPolicy.may(Caller.visible(history.state()), actor, required, command.scope())) {
            throw new Rejected(new Rejection.Forbidden());
        }
    }

    /** Who manages groups would otherwise join one unasked, and gain what is granted to it. */
    private static @Nullable Permission requiredFor(LedgerCommand command) {
        return command instanceof GroupCommand group && group.decidesWhoJoins()
                ? Permission.MANAGE_MEMBERS
                : REQUIRED.get(command.getClass());
    }
}
