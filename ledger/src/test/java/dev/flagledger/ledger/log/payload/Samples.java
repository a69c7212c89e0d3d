package dev.flagledger.ledger.log.payload;

import static dev.flagledger.ledger.log.payload.Parts.CHANGES;
import static dev.flagledger.ledger.log.payload.Parts.COPIED_STATES;
import static dev.flagledger.ledger.log.payload.Parts.ENVIRONMENT;
import static dev.flagledger.ledger.log.payload.Parts.ID;
import static dev.flagledger.ledger.log.payload.Parts.KEEPING_SHARES;
import static dev.flagledger.ledger.log.payload.Parts.METADATA;
import static dev.flagledger.ledger.log.payload.Parts.NEW_YEAR;
import static dev.flagledger.ledger.log.payload.Parts.OPTION;
import static dev.flagledger.ledger.log.payload.Parts.ORGANISATION;
import static dev.flagledger.ledger.log.payload.Parts.OTHER_ID;
import static dev.flagledger.ledger.log.payload.Parts.PROJECT;
import static dev.flagledger.ledger.log.payload.Parts.RULES;
import static dev.flagledger.ledger.log.payload.Parts.SHARES;
import static dev.flagledger.ledger.log.payload.Parts.STATES;
import static dev.flagledger.ledger.log.payload.Parts.TEXT;
import static dev.flagledger.ledger.log.payload.Parts.WITH_SHARES;

import dev.flagledger.api.access.Permission;
import dev.flagledger.api.code.CodeReference;
import dev.flagledger.api.code.CodeScan;
import dev.flagledger.api.code.VcsProvider;
import dev.flagledger.api.environment.EnvironmentSettings;
import dev.flagledger.api.environment.ServerKey;
import dev.flagledger.api.event.AccountEvent.AccountActivated;
import dev.flagledger.api.event.AccountEvent.AccountDeactivated;
import dev.flagledger.api.event.AccountEvent.ActivationAwaited;
import dev.flagledger.api.event.AccountEvent.EmailChanged;
import dev.flagledger.api.event.AccountEvent.OnboardingChanged;
import dev.flagledger.api.event.AccountEvent.OriginRecorded;
import dev.flagledger.api.event.AccountEvent.PasswordChanged;
import dev.flagledger.api.event.AccountEvent.PasswordResetRequested;
import dev.flagledger.api.event.AccountEvent.SuperuserGranted;
import dev.flagledger.api.event.AccountEvent.SuperuserRevoked;
import dev.flagledger.api.event.CodeEvent.CodeScanned;
import dev.flagledger.api.event.EnvironmentEvent.EnvironmentChanged;
import dev.flagledger.api.event.EnvironmentEvent.EnvironmentCloned;
import dev.flagledger.api.event.EnvironmentEvent.EnvironmentCreated;
import dev.flagledger.api.event.EnvironmentEvent.EnvironmentDeleted;
import dev.flagledger.api.event.EnvironmentEvent.FeaturesExported;
import dev.flagledger.api.event.EnvironmentEvent.FirstEvaluated;
import dev.flagledger.api.event.EnvironmentEvent.ServerKeyAdded;
import dev.flagledger.api.event.EnvironmentEvent.ServerKeyChanged;
import dev.flagledger.api.event.EnvironmentEvent.ServerKeyFirstUsed;
import dev.flagledger.api.event.EnvironmentEvent.ServerKeyRemoved;
import dev.flagledger.api.event.EnvironmentEvent.TraitDeleted;
import dev.flagledger.api.event.EnvironmentEvent.VersioningDisabled;
import dev.flagledger.api.event.EnvironmentEvent.VersioningEnabled;
import dev.flagledger.api.event.ErasureEvent.FormerIdentityErased;
import dev.flagledger.api.event.ErasureEvent.IdentityErased;
import dev.flagledger.api.event.ErasureEvent.InvitedPersonErased;
import dev.flagledger.api.event.ErasureEvent.UserErased;
import dev.flagledger.api.event.ExportEvent;
import dev.flagledger.api.event.ExportEvent.EventsExported;
import dev.flagledger.api.event.FactorEvent.BackupCodeUsed;
import dev.flagledger.api.event.FactorEvent.SecondFactorActivated;
import dev.flagledger.api.event.FactorEvent.SecondFactorDeactivated;
import dev.flagledger.api.event.FactorEvent.SecondFactorFailed;
import dev.flagledger.api.event.FeatureEvent.FeatureChanged;
import dev.flagledger.api.event.FeatureEvent.FeatureCreated;
import dev.flagledger.api.event.FeatureEvent.FeatureDeleted;
import dev.flagledger.api.event.FeatureEvent.GroupOwnersChanged;
import dev.flagledger.api.event.FeatureEvent.OptionAdded;
import dev.flagledger.api.event.FeatureEvent.OptionChanged;
import dev.flagledger.api.event.FeatureEvent.OptionRemoved;
import dev.flagledger.api.event.FeatureEvent.OwnersChanged;
import dev.flagledger.api.event.FeatureEvent.TypeChanged;
import dev.flagledger.api.event.FlagEvent.FeatureStateUpdated;
import dev.flagledger.api.event.FlagEvent.SegmentOverrideCreated;
import dev.flagledger.api.event.FlagEvent.SegmentOverrideRemoved;
import dev.flagledger.api.event.FlagEvent.SegmentOverrideUpdated;
import dev.flagledger.api.event.FlagEvent.SegmentPlaced;
import dev.flagledger.api.event.FlagEvent.SegmentsOrdered;
import dev.flagledger.api.event.GrantEvent.PermissionsChanged;
import dev.flagledger.api.event.GrantEvent.PermissionsGranted;
import dev.flagledger.api.event.GrantEvent.PermissionsWithdrawn;
import dev.flagledger.api.event.GroupEvent.GroupAdminChanged;
import dev.flagledger.api.event.GroupEvent.GroupChanged;
import dev.flagledger.api.event.GroupEvent.GroupCreated;
import dev.flagledger.api.event.GroupEvent.GroupDeleted;
import dev.flagledger.api.event.GroupEvent.GroupMembersAdded;
import dev.flagledger.api.event.GroupEvent.GroupMembersRemoved;
import dev.flagledger.api.event.HealthEvent.HealthChanged;
import dev.flagledger.api.event.HealthEvent.ProviderAdded;
import dev.flagledger.api.event.HealthEvent.ProviderRemoved;
import dev.flagledger.api.event.IdentityEvent.IdentityCreated;
import dev.flagledger.api.event.IdentityEvent.IdentityDeleted;
import dev.flagledger.api.event.IdentityEvent.IdentityRenamed;
import dev.flagledger.api.event.IdentityEvent.TraitsChanged;
import dev.flagledger.api.event.InviteEvent.InviteAccepted;
import dev.flagledger.api.event.InviteEvent.InviteCreated;
import dev.flagledger.api.event.InviteEvent.InviteDeleted;
import dev.flagledger.api.event.InviteEvent.InviteLinkCreated;
import dev.flagledger.api.event.InviteEvent.InviteLinkDeleted;
import dev.flagledger.api.event.InviteEvent.InviteLinkUsed;
import dev.flagledger.api.event.InviteEvent.InviteRepeated;
import dev.flagledger.api.event.LogEvent;
import dev.flagledger.api.event.LoginLinkEvent.LoginLinked;
import dev.flagledger.api.event.LoginLinkEvent.LoginUnlinked;
import dev.flagledger.api.event.LoginRuleEvent.DomainAdded;
import dev.flagledger.api.event.LoginRuleEvent.DomainProven;
import dev.flagledger.api.event.LoginRuleEvent.DomainRecordMissed;
import dev.flagledger.api.event.LoginRuleEvent.DomainRemoved;
import dev.flagledger.api.event.LoginRuleEvent.DomainUnproven;
import dev.flagledger.api.event.LoginRuleEvent.LoginPolicyChanged;
import dev.flagledger.api.event.ManagedIdentityEvent.IdentityOverrideCreated;
import dev.flagledger.api.event.ManagedIdentityEvent.IdentityOverrideRemoved;
import dev.flagledger.api.event.ManagedIdentityEvent.IdentityOverrideUpdated;
import dev.flagledger.api.event.ManagedIdentityEvent.ManagedIdentityCreated;
import dev.flagledger.api.event.ManagedIdentityEvent.ManagedIdentityDeleted;
import dev.flagledger.api.event.ManagedIdentityEvent.ManagedIdentityRenamed;
import dev.flagledger.api.event.ManagedIdentityEvent.ManagedTraitsChanged;
import dev.flagledger.api.event.MetadataEvent.AttachmentChanged;
import dev.flagledger.api.event.MetadataEvent.FieldAttached;
import dev.flagledger.api.event.MetadataEvent.FieldChanged;
import dev.flagledger.api.event.MetadataEvent.FieldCreated;
import dev.flagledger.api.event.MetadataEvent.FieldDeleted;
import dev.flagledger.api.event.MetadataEvent.FieldDetached;
import dev.flagledger.api.event.OidcProviderEvent.OidcProviderAdded;
import dev.flagledger.api.event.OidcProviderEvent.OidcProviderChanged;
import dev.flagledger.api.event.OidcProviderEvent.OidcProviderRemoved;
import dev.flagledger.api.event.OrganisationEvent.ApiKeyChanged;
import dev.flagledger.api.event.OrganisationEvent.ApiKeyCreated;
import dev.flagledger.api.event.OrganisationEvent.ApiKeyFirstUsed;
import dev.flagledger.api.event.OrganisationEvent.ApiKeyRevoked;
import dev.flagledger.api.event.OrganisationEvent.EventsPruned;
import dev.flagledger.api.event.OrganisationEvent.LegalHoldLifted;
import dev.flagledger.api.event.OrganisationEvent.LegalHoldPlaced;
import dev.flagledger.api.event.OrganisationEvent.MemberJoined;
import dev.flagledger.api.event.OrganisationEvent.MemberRemoved;
import dev.flagledger.api.event.OrganisationEvent.MemberRoleChanged;
import dev.flagledger.api.event.OrganisationEvent.OrganisationChanged;
import dev.flagledger.api.event.OrganisationEvent.OrganisationCreated;
import dev.flagledger.api.event.OrganisationEvent.OrganisationDeleted;
import dev.flagledger.api.event.OrganisationEvent.RetentionChanged;
import dev.flagledger.api.event.ProjectEvent.ProjectChanged;
import dev.flagledger.api.event.ProjectEvent.ProjectCreated;
import dev.flagledger.api.event.ProjectEvent.ProjectDeleted;
import dev.flagledger.api.event.ProjectEvent.TagChanged;
import dev.flagledger.api.event.ProjectEvent.TagCreated;
import dev.flagledger.api.event.ProjectEvent.TagDeleted;
import dev.flagledger.api.event.RoleEvent.RoleChanged;
import dev.flagledger.api.event.RoleEvent.RoleCreated;
import dev.flagledger.api.event.RoleEvent.RoleDeleted;
import dev.flagledger.api.event.RoleEvent.RoleHolderAdded;
import dev.flagledger.api.event.RoleEvent.RoleHolderRemoved;
import dev.flagledger.api.event.RoleEvent.RoleRightsChanged;
import dev.flagledger.api.event.RoleEvent.RoleRightsRemoved;
import dev.flagledger.api.event.SamlEvent.SamlAdded;
import dev.flagledger.api.event.SamlEvent.SamlChanged;
import dev.flagledger.api.event.SamlEvent.SamlMappingAdded;
import dev.flagledger.api.event.SamlEvent.SamlMappingChanged;
import dev.flagledger.api.event.SamlEvent.SamlMappingRemoved;
import dev.flagledger.api.event.SamlEvent.SamlRemoved;
import dev.flagledger.api.event.ScimEvent.ScimConnected;
import dev.flagledger.api.event.ScimEvent.ScimDisconnected;
import dev.flagledger.api.event.ScimEvent.ScimGroupFilled;
import dev.flagledger.api.event.ScimEvent.ScimPersonForgotten;
import dev.flagledger.api.event.ScimEvent.ScimPersonRecorded;
import dev.flagledger.api.event.ScimEvent.ScimTokenChanged;
import dev.flagledger.api.event.SegmentEvent.SegmentChanged;
import dev.flagledger.api.event.SegmentEvent.SegmentCreated;
import dev.flagledger.api.event.SegmentEvent.SegmentDeleted;
import dev.flagledger.api.event.SessionEvent.ApplicationGranted;
import dev.flagledger.api.event.SessionEvent.ApplicationRevoked;
import dev.flagledger.api.event.SessionEvent.SessionEnded;
import dev.flagledger.api.event.TrustEvent.TrustChanged;
import dev.flagledger.api.event.TrustEvent.TrustCreated;
import dev.flagledger.api.event.TrustEvent.TrustDeleted;
import dev.flagledger.api.event.TrustEvent.TrustTokenIssued;
import dev.flagledger.api.event.UserEvent.UserLoggedIn;
import dev.flagledger.api.event.UserEvent.UserLoggedOut;
import dev.flagledger.api.event.UserEvent.UserLoginFailed;
import dev.flagledger.api.event.UserEvent.UserLoginLocked;
import dev.flagledger.api.event.UserEvent.UserRegistered;
import dev.flagledger.api.event.UserEvent.UserRenamed;
import dev.flagledger.api.event.VersionEvent.VersionDiscarded;
import dev.flagledger.api.event.VersionEvent.VersionDrafted;
import dev.flagledger.api.event.VersionEvent.VersionEdited;
import dev.flagledger.api.event.VersionEvent.VersionPublished;
import dev.flagledger.api.event.WebhookEvent.MessagesRedelivered;
import dev.flagledger.api.event.WebhookEvent.WebhookAdded;
import dev.flagledger.api.event.WebhookEvent.WebhookChanged;
import dev.flagledger.api.event.WebhookEvent.WebhookPaused;
import dev.flagledger.api.event.WebhookEvent.WebhookRemoved;
import dev.flagledger.api.event.WebhookEvent.WebhookResumed;
import dev.flagledger.api.feature.FeatureDetails;
import dev.flagledger.api.feature.FeatureType;
import dev.flagledger.api.feature.MultivariateOption;
import dev.flagledger.api.flag.FeatureValue;
import dev.flagledger.api.flag.OverrideIds;
import dev.flagledger.api.flag.Setting;
import dev.flagledger.api.flag.SettingChange;
import dev.flagledger.api.flag.Variant;
import dev.flagledger.api.grant.Grant;
import dev.flagledger.api.grant.GrantHolder;
import dev.flagledger.api.grant.GrantPlace;
import dev.flagledger.api.grant.TaggedPermission;
import dev.flagledger.api.group.GroupDetails;
import dev.flagledger.api.health.HealthReason;
import dev.flagledger.api.health.HealthReason.TextBlock;
import dev.flagledger.api.health.HealthReason.UrlBlock;
import dev.flagledger.api.health.HealthReport;
import dev.flagledger.api.health.ProviderKind;
import dev.flagledger.api.identity.Trait;
import dev.flagledger.api.login.DomainProof;
import dev.flagledger.api.login.LoginMethod;
import dev.flagledger.api.login.LoginPolicy;
import dev.flagledger.api.login.LoginWay;
import dev.flagledger.api.metadata.Attachment;
import dev.flagledger.api.metadata.Attachment.Requirement;
import dev.flagledger.api.metadata.ContentType;
import dev.flagledger.api.metadata.FieldDefinition;
import dev.flagledger.api.organisation.ApiKey;
import dev.flagledger.api.organisation.OrganisationSettings;
import dev.flagledger.api.organisation.Role;
import dev.flagledger.api.project.ProjectSettings;
import dev.flagledger.api.project.Tag;
import dev.flagledger.api.provider.OidcProvider;
import dev.flagledger.api.role.RoleDetails;
import dev.flagledger.api.role.RoleGrant;
import dev.flagledger.api.saml.SamlAttribute;
import dev.flagledger.api.saml.SamlConfiguration;
import dev.flagledger.api.saml.SamlMapping;
import dev.flagledger.api.segment.SegmentDefinition;
import dev.flagledger.api.trust.ClaimRule;
import dev.flagledger.api.trust.TrustDetails;
import dev.flagledger.api.trust.TrustRelationship;
import dev.flagledger.api.user.Onboarding;
import dev.flagledger.api.user.Origin;
import dev.flagledger.api.user.SignUpType;
import dev.flagledger.api.version.VersionChanges;
import dev.flagledger.api.webhook.DeliveryOrder;
import dev.flagledger.api.webhook.ExtraType;
import dev.flagledger.api.webhook.MessageSelection;
import dev.flagledger.api.webhook.PayloadForm;
import dev.flagledger.api.webhook.SigningScheme;
import dev.flagledger.api.webhook.WebhookOwner;
import dev.flagledger.api.webhook.WebhookSettings;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** One event of every type, with text that needs escaping or is not ASCII, with nulls and with every type of value. */
public final class Samples {

    public static final List<LogEvent> ALL = List.of(
            new UserRegistered(3, ID, "ana@example.test", "Ana", "L\u00f3pez"),
            new UserRenamed(3, "Anna", ""),
            new UserLoggedIn(3, LoginWay.by(LoginMethod.SAML, 2, 7)),
            new UserLoginFailed(3, LoginWay.by(LoginMethod.SAML, 2, 7)),
            new UserLoginLocked(3),
            new UserLoggedOut(3),
            new LoginLinked(3, "oidc-7", "00u1a2b3"),
            new LoginUnlinked(3, "oidc-7"),
            new SecondFactorActivated(3),
            new SecondFactorDeactivated(3),
            new SecondFactorFailed(3),
            new BackupCodeUsed(3),
            new SessionEnded(3, ID),
            new ApplicationGranted(3, ID, "flagsmith-cli", "Flagsmith CLI", "admin-api"),
            new ApplicationRevoked(3, ID),
            new LoginPolicyChanged(
                    2,
                    new LoginPolicy(
                            List.of(LoginMethod.SAML),
                            List.of(new LoginPolicy.Domain("example.test", List.of(LoginMethod.EMAIL))),
                            List.of(LoginMethod.GITHUB))),
            new DomainAdded(2, 7, "acme.example"),
            new DomainProven(2, 7, DomainProof.DNS),
            new DomainRecordMissed(2, 7),
            new DomainUnproven(2, 7),
            new DomainRemoved(2, 7),
            new PasswordChanged(3, true),
            new PasswordResetRequested(3),
            new EmailChanged(3, "ana.l\u00f3pez@example.test"),
            new ActivationAwaited(3),
            new AccountActivated(3),
            new AccountDeactivated(3),
            new OriginRecorded(3, new Origin(LoginMethod.GOOGLE, SignUpType.INVITE_LINK)),
            new SuperuserGranted(3),
            new SuperuserRevoked(3),
            new OnboardingChanged(
                    3,
                    new Onboarding(
                            List.of(new Onboarding.Task("create_project", NEW_YEAR)),
                            new Onboarding.Tools(true, List.of("jira")),
                            List.of("public_saas"))),
            new OrganisationCreated(2, ID, ORGANISATION),
            new OrganisationChanged(2, new OrganisationSettings("Acme", null, true, false)),
            new OrganisationDeleted(2),
            new MemberJoined(2, 3, Role.ADMIN),
            new MemberRoleChanged(2, 3, Role.USER),
            new MemberRemoved(2, 3),
            new InviteCreated(2, 8, 3, "ana@example.test", Role.USER, List.of(5)),
            new InviteRepeated(2, 8),
            new InviteAccepted(2, 8, 3),
            new InviteDeleted(2, 8),
            new InviteLinkCreated(2, 9, Role.ADMIN, NEW_YEAR),
            new InviteLinkUsed(2, 9, 3),
            new InviteLinkDeleted(2, 9),
            new UserErased(UUID.fromString("0b9f7a52-6c1d-4e3f-8a90-1b2c3d4e5f60"), 3, List.of(2)),
            new InvitedPersonErased(UUID.fromString("0b9f7a52-6c1d-4e3f-8a90-1b2c3d4e5f60"), 31, List.of(2)),
            new IdentityErased(UUID.fromString("0b9f7a52-6c1d-4e3f-8a90-1b2c3d4e5f60"), 14, 4211),
            new FormerIdentityErased(UUID.fromString("0b9f7a52-6c1d-4e3f-8a90-1b2c3d4e5f60"), 2, 14, 4211),
            new EventsExported(
                    UUID.fromString("0b9f7a52-6c1d-4e3f-8a90-1b2c3d4e5f60"),
                    List.of(2),
                    null,
                    ExportEvent.Format.CSV,
                    "from=2031-01-01T00:00:00Z&search=sale"),
            new ApiKeyCreated(2, new ApiKey(21, "pR3f1x8A", "Terraform", null, true)),
            new ApiKeyChanged(2, new ApiKey(21, "pR3f1x8A", "Terraform 2", NEW_YEAR, true)),
            new ApiKeyFirstUsed(2, 21),
            new ApiKeyRevoked(2, 21),
            new OidcProviderAdded(2, 7, okta()),
            new OidcProviderChanged(2, 7, okta(), true),
            new OidcProviderRemoved(2, 7),
            new RetentionChanged(2, 365),
            new LegalHoldPlaced(2),
            new LegalHoldLifted(2),
            new EventsPruned(2, 4711),
            new RoleCreated(2, 4, new RoleDetails("Deployers", null, List.of())),
            new RoleChanged(2, 4, new RoleDetails("Deployers", "Who d\u00e9ploys", List.of(91))),
            new RoleDeleted(2, 4),
            new RoleRightsChanged(
                    2,
                    4,
                    new RoleGrant(
                            31,
                            GrantPlace.environment(14),
                            false,
                            List.of(new TaggedPermission(Permission.UPDATE_FEATURE_STATE, List.of(91))))),
            new RoleRightsRemoved(2, 4, 31, GrantPlace.environment(14)),
            new RoleHolderAdded(2, 4, 41, GrantHolder.apiKey(21)),
            new RoleHolderRemoved(2, 4, 41, GrantHolder.apiKey(21)),
            new TrustCreated(
                    2,
                    new TrustRelationship(
                            51,
                            21,
                            new TrustDetails(
                                    "ci",
                                    "https://ci.example.test",
                                    "flags",
                                    List.of(new ClaimRule("repository", List.of("acme/*")))))),
            new TrustChanged(2, 51, new TrustDetails("ci", "https://ci.example.test", "flags", List.of())),
            new TrustDeleted(2, 51),
            new TrustTokenIssued(2, 51, "repo:acme/flags"),
            new GroupCreated(2, 61, new GroupDetails("Op\u00e9rations", true, "ops")),
            new GroupChanged(2, 61, new GroupDetails("Ops", false, null)),
            new GroupMembersAdded(2, 61, List.of(3, 4)),
            new GroupMembersRemoved(2, 61, List.of(4)),
            new GroupAdminChanged(2, 61, 3, true),
            new GroupDeleted(2, 61),
            new PermissionsGranted(
                    2,
                    new Grant(
                            81,
                            GrantHolder.user(3),
                            GrantPlace.project(7),
                            false,
                            List.of(Permission.VIEW_PROJECT, Permission.CREATE_FEATURE))),
            new PermissionsChanged(
                    2, new Grant(82, GrantHolder.group(61), GrantPlace.environment(14), true, List.of())),
            new PermissionsWithdrawn(2, 83, GrantPlace.organisation(2)),
            new SamlAdded(
                    2, new SamlConfiguration(3, "acme", "https://flags.example.test", null, false, true, Role.USER)),
            new SamlChanged(
                    2,
                    new SamlConfiguration(
                            3,
                            "acme",
                            "https://flags.example.test",
                            "<EntityDescriptor entityID=\"idp\"/>",
                            true,
                            false,
                            Role.ADMIN)),
            new SamlMappingAdded(2, new SamlMapping(4, 3, SamlAttribute.EMAIL, "urn:mail")),
            new SamlMappingChanged(2, new SamlMapping(4, 3, SamlAttribute.GROUPS, "teams")),
            new SamlMappingRemoved(2, 4),
            new SamlRemoved(2, 3),
            new ScimConnected(2),
            new ScimTokenChanged(2),
            new ScimPersonRecorded(2, 3, "ana@example.test", "00u1", true),
            new ScimGroupFilled(2, 61, List.of(3), List.of(4)),
            new ScimPersonForgotten(2, 3),
            new ScimDisconnected(2),
            new ProjectCreated(7, ID, 2, PROJECT),
            new ProjectChanged(7, new ProjectSettings("Shop 2", false, true, true, false, null, 0, 1, true, true)),
            new TagCreated(7, new Tag(91, ID, "b\u00e9ta", "#3d4db6", "Not for all yet", true)),
            new TagChanged(7, new Tag(91, ID, "beta", "#3d4db6", null, false)),
            new TagDeleted(7, 91),
            new ProjectDeleted(7),
            new EnvironmentCreated(14, ID, 7, ENVIRONMENT, STATES),
            new EnvironmentChanged(
                    14,
                    new EnvironmentSettings(
                            "Live",
                            "kQ3vAbC9",
                            "The real one",
                            null,
                            false,
                            null,
                            null,
                            true,
                            false,
                            true,
                            false,
                            List.of())),
            new WebhookAdded(
                    41, WebhookOwner.environment(14), WebhookSettings.of("https://hooks.example.test/flags", true)),
            new WebhookChanged(
                    41,
                    WebhookOwner.environment(14),
                    new WebhookSettings(
                            "https://hooks.example.test/other",
                            false,
                            PayloadForm.V2021,
                            DeliveryOrder.STRICT,
                            List.of(ExtraType.SEGMENT_UPDATED, ExtraType.OVERRIDE_REMOVED),
                            SigningScheme.ED25519),
                    true),
            new MessagesRedelivered(
                    41,
                    WebhookOwner.environment(14),
                    MessageSelection.since(
                            MessageSelection.Which.MISSING, Instant.parse("2031-05-06T07:08:09.000010Z"))),
            new WebhookPaused(41, WebhookOwner.environment(14)),
            new WebhookResumed(41, WebhookOwner.environment(14)),
            new WebhookRemoved(43, WebhookOwner.organisation(2)),
            new EnvironmentCloned(16, OTHER_ID, 7, 14, ENVIRONMENT, COPIED_STATES),
            new ServerKeyAdded(14, new ServerKey(19, "Checkout server", true, null)),
            new ServerKeyChanged(14, new ServerKey(19, "Checkout server", false, NEW_YEAR)),
            new ServerKeyFirstUsed(14, 19),
            new ServerKeyRemoved(14, 19),
            new VersioningEnabled(14, OTHER_ID),
            new VersioningDisabled(14),
            new FirstEvaluated(14, "flagsmith-java-sdk"),
            new TraitDeleted(14, "pl\u00e4n"),
            new FeaturesExported(14, 51),
            new EnvironmentDeleted(14),
            new FeatureCreated(
                    901,
                    ID,
                    7,
                    "basket_v2",
                    FeatureType.MULTIVARIATE,
                    "blue",
                    true,
                    new FeatureDetails("A new basket", false, false, List.of(91, 92), METADATA),
                    List.of(3, 4),
                    List.of(OPTION, new MultivariateOption(32, OTHER_ID, FeatureValue.of(2), 50, null)),
                    STATES),
            new FeatureChanged(901, new FeatureDetails(null, true, true, List.of(), List.of())),
            new TypeChanged(901, FeatureType.STANDARD),
            new OwnersChanged(901, List.of(4)),
            new GroupOwnersChanged(901, List.of(61, 62)),
            new OptionAdded(901, OPTION, Map.of(14, new Variant(71, 31, 12.5), 9, new Variant(73, 31, 100))),
            new OptionChanged(901, new MultivariateOption(31, ID, FeatureValue.of(true), 33.3, null)),
            new OptionRemoved(901, 31),
            new FeatureDeleted(901),
            new FeatureStateUpdated(14, 901, 5012, KEEPING_SHARES),
            new SegmentPlaced(14, 901, 55, 61, OTHER_ID, 2),
            new SegmentOverrideCreated(
                    14,
                    901,
                    55,
                    new OverrideIds(5020, ID, 61, OTHER_ID),
                    0,
                    new Setting(true, FeatureValue.of(false), SHARES)),
            new SegmentOverrideUpdated(14, 901, 5020, 55, WITH_SHARES),
            new SegmentOverrideRemoved(14, 901, 55),
            SegmentsOrdered.of(14, 901, Map.of(56, 0)),
            new VersionDrafted(14, 901, OTHER_ID, "Autumn s\u00e5le", CHANGES),
            new VersionEdited(14, 901, OTHER_ID, VersionChanges.NONE),
            new VersionDiscarded(14, 901, OTHER_ID),
            new VersionPublished(14, 901, ID, null),
            new SegmentCreated(55, ID, 7, new SegmentDefinition("beta users", null, null, List.of(), List.of())),
            new SegmentChanged(55, new SegmentDefinition("b\u00e9ta users", "Who tries first", 901, RULES, METADATA)),
            new SegmentDeleted(55),
            new IdentityCreated(
                    14,
                    4211,
                    "user-88",
                    List.of(
                            new Trait(75, "plan", Trait.Type.UNICODE, "pro"),
                            new Trait(76, "beta", Trait.Type.BOOL, "true"))),
            new IdentityRenamed(14, 4211, "user-89"),
            new TraitsChanged(
                    14,
                    4211,
                    List.of(
                            new Trait(1, "email", Trait.Type.UNICODE, "b\u00f8@example.test"),
                            new Trait(2, "nickname", Trait.Type.UNICODE, null),
                            new Trait(3, "age", Trait.Type.INT, "42"),
                            new Trait(4, "share", Trait.Type.FLOAT, "0.5"),
                            new Trait(5, "paying", Trait.Type.BOOL, "true")),
                    List.of("plan")),
            new IdentityOverrideCreated(14, 4211, "user-88", 901, 5030, ID, new Setting(true, TEXT)),
            new IdentityOverrideUpdated(14, 4211, 901, 5030, new SettingChange(false, FeatureValue.of(""), List.of())),
            new IdentityOverrideRemoved(14, 4211, 901),
            new IdentityDeleted(14, 4211),
            new ManagedIdentityCreated(14, 4211, "user-88"),
            new ManagedIdentityRenamed(14, 4211, "user-89"),
            new ManagedTraitsChanged(
                    14, 4211, List.of(new Trait(75, "plan", Trait.Type.UNICODE, "pro")), List.of("beta")),
            new ManagedIdentityDeleted(14, 4211),
            new ProviderAdded(7, ProviderKind.WEBHOOK, ID),
            new ProviderRemoved(7, ProviderKind.GRAFANA),
            new HealthChanged(
                    7,
                    ProviderKind.WEBHOOK,
                    new HealthReport(
                            61,
                            901,
                            14,
                            "c2f5",
                            HealthReport.Status.UNHEALTHY,
                            new HealthReason(
                                    List.of(new TextBlock("Latency", "slow")),
                                    List.of(new UrlBlock(null, "https://graphs.example.test/"))))),
            new CodeScanned(
                    ID,
                    7,
                    new CodeScan(
                            "https://code.example.test/shop",
                            VcsProvider.GITHUB,
                            "c0ffee",
                            List.of(new CodeReference(901, "src/basket.js", 7)))),
            new FieldCreated(
                    21,
                    2,
                    null,
                    new FieldDefinition("Ticket", FieldDefinition.Type.URL, "Where it was asked f\u00f8r")),
            new FieldChanged(21, new FieldDefinition("Notes", FieldDefinition.Type.MULTILINE_STR, null)),
            new FieldAttached(21, new Attachment(81, ContentType.FEATURE, List.of())),
            new AttachmentChanged(
                    21,
                    new Attachment(
                            81,
                            ContentType.SEGMENT,
                            List.of(
                                    new Requirement(ContentType.ORGANISATION, 2),
                                    new Requirement(ContentType.PROJECT, 7)))),
            new FieldDetached(21, 81),
            new FieldDeleted(21));

    private Samples() {}

    private static OidcProvider okta() {
        return new OidcProvider(
                "acme-okta", "https://acme.okta.test", "0oa1", "email profile", "groups", true, false, Role.USER);
    }
}
