package dev.flagledger.command.access;

import static java.util.Map.entry;

import dev.flagledger.api.LedgerCommand;
import dev.flagledger.api.access.Permission;
import dev.flagledger.api.code.CodeCommand;
import dev.flagledger.api.environment.EnvironmentCommand;
import dev.flagledger.api.feature.FeatureCommand;
import dev.flagledger.api.flag.FlagCommand;
import dev.flagledger.api.health.HealthCommand;
import dev.flagledger.api.identity.IdentityCommand;
import dev.flagledger.api.identity.ManagedIdentityCommand;
import dev.flagledger.api.metadata.MetadataCommand;
import dev.flagledger.api.project.ProjectCommand;
import dev.flagledger.api.segment.SegmentCommand;
import dev.flagledger.api.version.VersionCommand;
import dev.flagledger.api.webhook.WebhookCommand;
import java.util.Map;

/** The permissions that commands about projects, and what is in them, require. */
final class ProjectPermissions {

    static final Map<Class<? extends LedgerCommand>, Permission> REQUIRED = Map.ofEntries(
            entry(ProjectCommand.CreateProject.class, Permission.CREATE_PROJECT),
            entry(ProjectCommand.ChangeProject.class, Permission.PROJECT_ADMIN),
            entry(ProjectCommand.DeleteProject.class, Permission.PROJECT_ADMIN),
            entry(ProjectCommand.CreateTag.class, Permission.MANAGE_TAGS),
            entry(ProjectCommand.ChangeTag.class, Permission.MANAGE_TAGS),
            entry(ProjectCommand.DeleteTag.class, Permission.MANAGE_TAGS),
            entry(EnvironmentCommand.CreateEnvironment.class, Permission.CREATE_ENVIRONMENT),
            entry(EnvironmentCommand.ChangeEnvironment.class, Permission.ENVIRONMENT_ADMIN),
            entry(EnvironmentCommand.CloneEnvironment.class, Permission.CREATE_ENVIRONMENT),
            entry(EnvironmentCommand.RestoreEnvironment.class, Permission.PROJECT_ADMIN),
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
            entry(FeatureCommand.RestoreFeature.class, Permission.CREATE_FEATURE),
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
            entry(ManagedIdentityCommand.RestoreIdentity.class, Permission.MANAGE_IDENTITIES),
            entry(ManagedIdentityCommand.RenameManagedIdentity.class, Permission.MANAGE_IDENTITIES),
            entry(ManagedIdentityCommand.EditTraits.class, Permission.MANAGE_IDENTITIES),
            entry(ManagedIdentityCommand.DeleteManagedIdentity.class, Permission.MANAGE_IDENTITIES),
            entry(ManagedIdentityCommand.ReplaceOverrides.class, Permission.ENVIRONMENT_ADMIN),
            entry(ManagedIdentityCommand.UpdateIdentityOverride.class, Permission.UPDATE_FEATURE_STATE),
            entry(ManagedIdentityCommand.RemoveIdentityOverride.class, Permission.UPDATE_FEATURE_STATE),
            entry(ManagedIdentityCommand.OverrideForIdentity.class, Permission.UPDATE_FEATURE_STATE));

    private ProjectPermissions() {}
}
