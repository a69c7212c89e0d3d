package dev.flagledger.api.catalogue;

import dev.flagledger.api.event.CodeEvent;
import dev.flagledger.api.event.EnvironmentEvent;
import dev.flagledger.api.event.FeatureEvent;
import dev.flagledger.api.event.FlagEvent;
import dev.flagledger.api.event.HealthEvent;
import dev.flagledger.api.event.IdentityEvent;
import dev.flagledger.api.event.LogEvent;
import dev.flagledger.api.event.ManagedIdentityEvent;
import dev.flagledger.api.event.MetadataEvent;
import dev.flagledger.api.event.ProjectEvent;
import dev.flagledger.api.event.SegmentEvent;
import dev.flagledger.api.event.VersionEvent;
import dev.flagledger.api.event.WebhookEvent;
import java.util.Map;

/** The stored names of events about projects, and what is in them. */
final class ProjectEventNames {

    static final Map<String, Class<? extends LogEvent>> NAMED = Map.ofEntries(
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

    private ProjectEventNames() {}
}
