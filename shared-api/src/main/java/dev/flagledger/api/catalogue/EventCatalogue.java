package dev.flagledger.api.catalogue;

import dev.flagledger.api.event.AccountEvent;
import dev.flagledger.api.event.CodeEvent;
import dev.flagledger.api.event.EnvironmentEvent;
import dev.flagledger.api.event.ErasureEvent;
import dev.flagledger.api.event.FactorEvent;
import dev.flagledger.api.event.FeatureEvent;
import dev.flagledger.api.event.FlagEvent;
import dev.flagledger.api.event.GrantEvent;
import dev.flagledger.api.event.GroupEvent;
import dev.flagledger.api.event.HealthEvent;
import dev.flagledger.api.event.IdentityEvent;
import dev.flagledger.api.event.InviteEvent;
import dev.flagledger.api.event.LogEvent;
import dev.flagledger.api.event.LoginLinkEvent;
import dev.flagledger.api.event.LoginRuleEvent;
import dev.flagledger.api.event.ManagedIdentityEvent;
import dev.flagledger.api.event.MetadataEvent;
import dev.flagledger.api.event.OidcProviderEvent;
import dev.flagledger.api.event.OrganisationEvent;
import dev.flagledger.api.event.ProjectEvent;
import dev.flagledger.api.event.RoleEvent;
import dev.flagledger.api.event.SamlEvent;
import dev.flagledger.api.event.ScimEvent;
import dev.flagledger.api.event.SegmentEvent;
import dev.flagledger.api.event.SessionEvent;
import dev.flagledger.api.event.TrustEvent;
import dev.flagledger.api.event.UserEvent;
import dev.flagledger.api.event.VersionEvent;
import dev.flagledger.api.event.WebhookEvent;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The stored names of event types. A released name and its format never change; Java classes may be renamed freely. A
 * new format is a new revision with an upcaster from the previous one.
 */
public final class EventCatalogue implements EventTypes {

    private static final Map<String, Class<? extends LogEvent>> TYPES = Map.ofEntries(
            Map.entry("user.registered", UserEvent.UserRegistered.class),
            Map.entry("user.renamed", UserEvent.UserRenamed.class),
            Map.entry("user.logged-in", UserEvent.UserLoggedIn.class),
            Map.entry("user.login-failed", UserEvent.UserLoginFailed.class),
            Map.entry("user.login-locked", UserEvent.UserLoginLocked.class),
            Map.entry("user.logged-out", UserEvent.UserLoggedOut.class),
            Map.entry("login-link.added", LoginLinkEvent.LoginLinked.class),
            Map.entry("login-link.removed", LoginLinkEvent.LoginUnlinked.class),
            Map.entry("factor.activated", FactorEvent.SecondFactorActivated.class),
            Map.entry("factor.deactivated", FactorEvent.SecondFactorDeactivated.class),
            Map.entry("factor.failed", FactorEvent.SecondFactorFailed.class),
            Map.entry("factor.backup-code-used", FactorEvent.BackupCodeUsed.class),
            Map.entry("session.ended", SessionEvent.SessionEnded.class),
            Map.entry("session.application-granted", SessionEvent.ApplicationGranted.class),
            Map.entry("session.application-revoked", SessionEvent.ApplicationRevoked.class),
            Map.entry("login-rule.policy-changed", LoginRuleEvent.LoginPolicyChanged.class),
            Map.entry("login-rule.domain-added", LoginRuleEvent.DomainAdded.class),
            Map.entry("login-rule.domain-proven", LoginRuleEvent.DomainProven.class),
            Map.entry("login-rule.domain-removed", LoginRuleEvent.DomainRemoved.class),
            Map.entry("account.password-changed", AccountEvent.PasswordChanged.class),
            Map.entry("account.password-reset-requested", AccountEvent.PasswordResetRequested.class),
            Map.entry("account.email-changed", AccountEvent.EmailChanged.class),
            Map.entry("account.activation-awaited", AccountEvent.ActivationAwaited.class),
            Map.entry("account.activated", AccountEvent.AccountActivated.class),
            Map.entry("account.deactivated", AccountEvent.AccountDeactivated.class),
            Map.entry("account.origin-added", AccountEvent.OriginRecorded.class),
            Map.entry("account.superuser-granted", AccountEvent.SuperuserGranted.class),
            Map.entry("account.superuser-revoked", AccountEvent.SuperuserRevoked.class),
            Map.entry("account.onboarding-changed", AccountEvent.OnboardingChanged.class),
            Map.entry("organisation.created", OrganisationEvent.OrganisationCreated.class),
            Map.entry("organisation.changed", OrganisationEvent.OrganisationChanged.class),
            Map.entry("organisation.deleted", OrganisationEvent.OrganisationDeleted.class),
            Map.entry("organisation.member-joined", OrganisationEvent.MemberJoined.class),
            Map.entry("organisation.member-role-changed", OrganisationEvent.MemberRoleChanged.class),
            Map.entry("organisation.member-removed", OrganisationEvent.MemberRemoved.class),
            Map.entry("organisation.api-key-changed", OrganisationEvent.ApiKeyChanged.class),
            Map.entry("organisation.api-key-created", OrganisationEvent.ApiKeyCreated.class),
            Map.entry("organisation.api-key-first-used", OrganisationEvent.ApiKeyFirstUsed.class),
            Map.entry("organisation.api-key-revoked", OrganisationEvent.ApiKeyRevoked.class),
            Map.entry("organisation.retention-changed", OrganisationEvent.RetentionChanged.class),
            Map.entry("organisation.legal-hold-placed", OrganisationEvent.LegalHoldPlaced.class),
            Map.entry("organisation.legal-hold-lifted", OrganisationEvent.LegalHoldLifted.class),
            Map.entry("organisation.events-pruned", OrganisationEvent.EventsPruned.class),
            Map.entry("group.created", GroupEvent.GroupCreated.class),
            Map.entry("group.changed", GroupEvent.GroupChanged.class),
            Map.entry("group.members-added", GroupEvent.GroupMembersAdded.class),
            Map.entry("group.members-removed", GroupEvent.GroupMembersRemoved.class),
            Map.entry("group.admin-changed", GroupEvent.GroupAdminChanged.class),
            Map.entry("group.deleted", GroupEvent.GroupDeleted.class),
            Map.entry("grant.permissions-granted", GrantEvent.PermissionsGranted.class),
            Map.entry("grant.permissions-changed", GrantEvent.PermissionsChanged.class),
            Map.entry("grant.permissions-removed", GrantEvent.PermissionsWithdrawn.class),
            Map.entry("role.created", RoleEvent.RoleCreated.class),
            Map.entry("role.changed", RoleEvent.RoleChanged.class),
            Map.entry("role.deleted", RoleEvent.RoleDeleted.class),
            Map.entry("role.rights-changed", RoleEvent.RoleRightsChanged.class),
            Map.entry("role.rights-removed", RoleEvent.RoleRightsRemoved.class),
            Map.entry("role.holder-added", RoleEvent.RoleHolderAdded.class),
            Map.entry("role.holder-removed", RoleEvent.RoleHolderRemoved.class),
            Map.entry("trust.created", TrustEvent.TrustCreated.class),
            Map.entry("trust.changed", TrustEvent.TrustChanged.class),
            Map.entry("trust.deleted", TrustEvent.TrustDeleted.class),
            Map.entry("trust.token-issued", TrustEvent.TrustTokenIssued.class),
            Map.entry("invite.created", InviteEvent.InviteCreated.class),
            Map.entry("invite.repeated", InviteEvent.InviteRepeated.class),
            Map.entry("invite.accepted", InviteEvent.InviteAccepted.class),
            Map.entry("invite.deleted", InviteEvent.InviteDeleted.class),
            Map.entry("invite.link-created", InviteEvent.InviteLinkCreated.class),
            Map.entry("invite.link-used", InviteEvent.InviteLinkUsed.class),
            Map.entry("invite.link-deleted", InviteEvent.InviteLinkDeleted.class),
            Map.entry("oidc-provider.added", OidcProviderEvent.OidcProviderAdded.class),
            Map.entry("oidc-provider.changed", OidcProviderEvent.OidcProviderChanged.class),
            Map.entry("oidc-provider.removed", OidcProviderEvent.OidcProviderRemoved.class),
            Map.entry("scim.connected", ScimEvent.ScimConnected.class),
            Map.entry("scim.token-changed", ScimEvent.ScimTokenChanged.class),
            Map.entry("scim.disconnected", ScimEvent.ScimDisconnected.class),
            Map.entry("scim.person-recorded", ScimEvent.ScimPersonRecorded.class),
            Map.entry("scim.person-forgotten", ScimEvent.ScimPersonForgotten.class),
            Map.entry("scim.group-filled", ScimEvent.ScimGroupFilled.class),
            Map.entry("saml.added", SamlEvent.SamlAdded.class),
            Map.entry("saml.changed", SamlEvent.SamlChanged.class),
            Map.entry("saml.removed", SamlEvent.SamlRemoved.class),
            Map.entry("saml.mapping-added", SamlEvent.SamlMappingAdded.class),
            Map.entry("saml.mapping-changed", SamlEvent.SamlMappingChanged.class),
            Map.entry("saml.mapping-removed", SamlEvent.SamlMappingRemoved.class),
            Map.entry("project.created", ProjectEvent.ProjectCreated.class),
            Map.entry("project.changed", ProjectEvent.ProjectChanged.class),
            Map.entry("project.deleted", ProjectEvent.ProjectDeleted.class),
            Map.entry("project.tag-created", ProjectEvent.TagCreated.class),
            Map.entry("project.tag-changed", ProjectEvent.TagChanged.class),
            Map.entry("project.tag-deleted", ProjectEvent.TagDeleted.class),
            Map.entry("environment.created", EnvironmentEvent.EnvironmentCreated.class),
            Map.entry("environment.changed", EnvironmentEvent.EnvironmentChanged.class),
            Map.entry("environment.cloned", EnvironmentEvent.EnvironmentCloned.class),
            Map.entry("environment.server-key-added", EnvironmentEvent.ServerKeyAdded.class),
            Map.entry("environment.server-key-changed", EnvironmentEvent.ServerKeyChanged.class),
            Map.entry("environment.server-key-first-used", EnvironmentEvent.ServerKeyFirstUsed.class),
            Map.entry("environment.server-key-removed", EnvironmentEvent.ServerKeyRemoved.class),
            Map.entry("environment.versioning-enabled", EnvironmentEvent.VersioningEnabled.class),
            Map.entry("environment.versioning-disabled", EnvironmentEvent.VersioningDisabled.class),
            Map.entry("environment.first-evaluated", EnvironmentEvent.FirstEvaluated.class),
            Map.entry("environment.trait-deleted", EnvironmentEvent.TraitDeleted.class),
            Map.entry("environment.features-exported", EnvironmentEvent.FeaturesExported.class),
            Map.entry("environment.deleted", EnvironmentEvent.EnvironmentDeleted.class),
            Map.entry("feature.created", FeatureEvent.FeatureCreated.class),
            Map.entry("feature.changed", FeatureEvent.FeatureChanged.class),
            Map.entry("feature.type-changed", FeatureEvent.TypeChanged.class),
            Map.entry("feature.owners-changed", FeatureEvent.OwnersChanged.class),
            Map.entry("feature.group-owners-changed", FeatureEvent.GroupOwnersChanged.class),
            Map.entry("feature.option-added", FeatureEvent.OptionAdded.class),
            Map.entry("feature.option-changed", FeatureEvent.OptionChanged.class),
            Map.entry("feature.option-removed", FeatureEvent.OptionRemoved.class),
            Map.entry("feature.deleted", FeatureEvent.FeatureDeleted.class),
            Map.entry("flag.state-updated", FlagEvent.FeatureStateUpdated.class),
            Map.entry("flag.segment-override-created", FlagEvent.SegmentOverrideCreated.class),
            Map.entry("flag.segment-override-updated", FlagEvent.SegmentOverrideUpdated.class),
            Map.entry("flag.segment-placed", FlagEvent.SegmentPlaced.class),
            Map.entry("flag.segment-override-removed", FlagEvent.SegmentOverrideRemoved.class),
            Map.entry("flag.segments-ordered", FlagEvent.SegmentsOrdered.class),
            Map.entry("version.drafted", VersionEvent.VersionDrafted.class),
            Map.entry("version.edited", VersionEvent.VersionEdited.class),
            Map.entry("version.discarded", VersionEvent.VersionDiscarded.class),
            Map.entry("version.published", VersionEvent.VersionPublished.class),
            Map.entry("segment.created", SegmentEvent.SegmentCreated.class),
            Map.entry("segment.changed", SegmentEvent.SegmentChanged.class),
            Map.entry("segment.deleted", SegmentEvent.SegmentDeleted.class),
            Map.entry("identity.created", IdentityEvent.IdentityCreated.class),
            Map.entry("managed-identity.override-created", ManagedIdentityEvent.IdentityOverrideCreated.class),
            Map.entry("managed-identity.override-updated", ManagedIdentityEvent.IdentityOverrideUpdated.class),
            Map.entry("identity.renamed", IdentityEvent.IdentityRenamed.class),
            Map.entry("identity.traits-changed", IdentityEvent.TraitsChanged.class),
            Map.entry("managed-identity.override-removed", ManagedIdentityEvent.IdentityOverrideRemoved.class),
            Map.entry("identity.deleted", IdentityEvent.IdentityDeleted.class),
            Map.entry("managed-identity.created", ManagedIdentityEvent.ManagedIdentityCreated.class),
            Map.entry("managed-identity.renamed", ManagedIdentityEvent.ManagedIdentityRenamed.class),
            Map.entry("managed-identity.traits-changed", ManagedIdentityEvent.ManagedTraitsChanged.class),
            Map.entry("managed-identity.deleted", ManagedIdentityEvent.ManagedIdentityDeleted.class),
            Map.entry("erasure.user-erased", ErasureEvent.UserErased.class),
            Map.entry("erasure.identity-erased", ErasureEvent.IdentityErased.class),
            Map.entry("code.scanned", CodeEvent.CodeScanned.class),
            Map.entry("health.provider-added", HealthEvent.ProviderAdded.class),
            Map.entry("health.provider-removed", HealthEvent.ProviderRemoved.class),
            Map.entry("health.changed", HealthEvent.HealthChanged.class),
            Map.entry("metadata.field-created", MetadataEvent.FieldCreated.class),
            Map.entry("metadata.field-changed", MetadataEvent.FieldChanged.class),
            Map.entry("metadata.field-attached", MetadataEvent.FieldAttached.class),
            Map.entry("metadata.attachment-changed", MetadataEvent.AttachmentChanged.class),
            Map.entry("metadata.field-detached", MetadataEvent.FieldDetached.class),
            Map.entry("metadata.field-deleted", MetadataEvent.FieldDeleted.class),
            Map.entry("webhook.added", WebhookEvent.WebhookAdded.class),
            Map.entry("webhook.changed", WebhookEvent.WebhookChanged.class),
            Map.entry("webhook.removed", WebhookEvent.WebhookRemoved.class),
            Map.entry("webhook.paused", WebhookEvent.WebhookPaused.class),
            Map.entry("webhook.resumed", WebhookEvent.WebhookResumed.class),
            Map.entry("webhook.messages-redelivered", WebhookEvent.MessagesRedelivered.class));

    /** Current revisions of the types that are past the first one. {@link Upcasters} read the earlier ones. */
    private static final Map<Class<?>, Integer> REVISIONS = Map.of(FlagEvent.SegmentsOrdered.class, 2);

    private static final Map<Class<?>, String> NAMES =
            TYPES.entrySet().stream().collect(Collectors.toUnmodifiableMap(Map.Entry::getValue, Map.Entry::getKey));

    /** Returns the event types by stored name, sorted by name. */
    public static SortedMap<String, Class<? extends LogEvent>> types() {
        return new TreeMap<>(TYPES);
    }

    /** Returns the stored names of the types that are of this kind, sorted. */
    public static List<String> namesOf(Class<?> kind) {
        return types().entrySet().stream()
                .filter(type -> kind.isAssignableFrom(type.getValue()))
                .map(Map.Entry::getKey)
                .toList();
    }

    @Override
    public Optional<Class<? extends LogEvent>> typeOf(String name) {
        return Optional.ofNullable(TYPES.get(name));
    }

    @Override
    public Optional<String> nameOf(Class<?> type) {
        return Optional.ofNullable(NAMES.get(type));
    }

    @Override
    public int revisionOf(Class<?> type) {
        return REVISIONS.getOrDefault(type, 1);
    }

    @Override
    public Map<String, Object> raised(String name, int from, Map<String, Object> event) {
        return Upcasters.step(name, from, event);
    }
}
