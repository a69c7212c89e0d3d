package dev.flagledger.engine.retention;

import dev.flagledger.api.event.CodeEvent.CodeScanned;
import dev.flagledger.api.event.EnvironmentEvent;
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
import dev.flagledger.api.event.ErasureEvent;
import dev.flagledger.api.event.ExportEvent.EventsExported;
import dev.flagledger.api.event.FeatureEvent;
import dev.flagledger.api.event.FeatureEvent.FeatureChanged;
import dev.flagledger.api.event.FeatureEvent.GroupOwnersChanged;
import dev.flagledger.api.event.FeatureEvent.OptionAdded;
import dev.flagledger.api.event.FeatureEvent.OptionChanged;
import dev.flagledger.api.event.FeatureEvent.OwnersChanged;
import dev.flagledger.api.event.FlagEvent;
import dev.flagledger.api.event.HealthEvent;
import dev.flagledger.api.event.HealthEvent.HealthChanged;
import dev.flagledger.api.event.HealthEvent.ProviderRemoved;
import dev.flagledger.api.event.LedgerEvent;
import dev.flagledger.api.event.ManagedIdentityEvent;
import dev.flagledger.api.event.MetadataEvent;
import dev.flagledger.api.event.MetadataEvent.AttachmentChanged;
import dev.flagledger.api.event.MetadataEvent.FieldChanged;
import dev.flagledger.api.event.OrganisationEvent;
import dev.flagledger.api.event.ProjectEvent;
import dev.flagledger.api.event.ProjectEvent.ProjectChanged;
import dev.flagledger.api.event.ProjectEvent.TagChanged;
import dev.flagledger.api.event.ProjectEvent.TagCreated;
import dev.flagledger.api.event.ProjectEvent.TagDeleted;
import dev.flagledger.api.event.SegmentEvent;
import dev.flagledger.api.event.SegmentEvent.SegmentChanged;
import dev.flagledger.api.event.UserEvent;
import dev.flagledger.api.event.VersionEvent;
import dev.flagledger.api.event.VersionEvent.VersionDiscarded;
import dev.flagledger.api.event.VersionEvent.VersionDrafted;
import dev.flagledger.api.event.VersionEvent.VersionEdited;
import dev.flagledger.api.event.VersionEvent.VersionPublished;
import dev.flagledger.api.event.WebhookEvent;
import dev.flagledger.api.event.WebhookEvent.MessagesRedelivered;
import dev.flagledger.api.event.WebhookEvent.WebhookAdded;
import dev.flagledger.api.event.WebhookEvent.WebhookChanged;
import dev.flagledger.api.event.WebhookEvent.WebhookPaused;
import dev.flagledger.api.event.WebhookEvent.WebhookRemoved;
import dev.flagledger.api.event.WebhookEvent.WebhookResumed;
import java.util.List;

/** What each event states. An event that is not known to be needless is needed. */
final class Statements {

    private static final String VALUE = "value";
    private static final String PAUSED = "paused";

    /** Stated by the removal only. */
    private static final String GONE = "gone";

    /** Stated by any later event in the same stream. */
    private static final String LATER = "later";

    private Statements() {}

    static Statement of(LedgerEvent event) {
        return switch (event) {
            case OrganisationEvent e -> OrganisationStatements.of(e);
            case ProjectEvent e -> of(e);
            case EnvironmentEvent e -> of(e);
            case FeatureChanged e -> Statement.sets(List.of("details", e.featureId()), VALUE);
            case OwnersChanged e -> Statement.sets(List.of("owners", e.featureId()), VALUE);
            case GroupOwnersChanged e -> Statement.sets(List.of("group-owners", e.featureId()), VALUE);
            case OptionChanged e ->
                Statement.sets(List.of("option", e.featureId(), e.option().id()), VALUE);
            case OptionAdded e ->
                Statement.begins(List.of("option", e.featureId(), e.option().id()), VALUE);
            case FlagEvent e -> FlagStatements.of(e);
            case ManagedIdentityEvent e -> FlagStatements.of(e);
            case VersionEvent e -> of(e);
            case WebhookEvent e -> of(e);
            case SegmentChanged e -> Statement.sets(List.of("segment", e.segmentId()), VALUE);
            case CodeScanned e ->
                Statement.sets(List.of("scan", e.projectId(), e.scan().repositoryUrl()), VALUE);
            case ProviderRemoved e -> Statement.begins(List.of("health", e.projectId(), e.provider()), GONE);
            case HealthChanged e -> Statement.until(List.of("health", e.projectId(), e.provider()), GONE);
            case EventsExported _ -> Statement.NOTHING;
            case FieldChanged e -> Statement.sets(List.of("field", e.fieldId()), VALUE);
            case AttachmentChanged e ->
                Statement.sets(List.of("attachment", e.attachment().id()), VALUE);
            case UserEvent _, ErasureEvent _, FeatureEvent _, SegmentEvent _, HealthEvent _, MetadataEvent _ ->
                Statement.NONE;
        };
    }

    private static Statement of(ProjectEvent event) {
        return switch (event) {
            case ProjectChanged e -> Statement.sets(List.of("project", e.projectId()), VALUE);
            case TagCreated e ->
                Statement.until(List.of("tag", e.projectId(), e.tag().id()), GONE);
            case TagChanged e ->
                Statement.sets(List.of("tag", e.projectId(), e.tag().id()), VALUE);
            case TagDeleted e -> Statement.begins(List.of("tag", e.projectId(), e.tagId()), VALUE, GONE);
            case ProjectEvent _ -> Statement.NONE;
        };
    }

    private static Statement of(EnvironmentEvent event) {
        int id = event.environmentId();
        return switch (event) {
            case EnvironmentChanged _ -> Statement.sets(List.of("environment", id), VALUE);
            case ServerKeyAdded e ->
                Statement.until(List.of("server-key", e.key().id()), GONE);
            case ServerKeyChanged e ->
                Statement.sets(List.of("server-key", e.key().id()), VALUE);
            case ServerKeyRemoved e -> Statement.begins(List.of("server-key", e.keyId()), VALUE, GONE);
            case TraitDeleted _, FeaturesExported _ -> Statement.sets(List.of("told", id), LATER);
            case EnvironmentCreated _,
                    EnvironmentCloned _,
                    EnvironmentDeleted _,
                    VersioningEnabled _,
                    VersioningDisabled _,
                    FirstEvaluated _,
                    ServerKeyFirstUsed _ -> Statement.NONE;
        };
    }

    private static Statement of(VersionEvent event) {
        var draft = List.of("draft", event.version());
        return switch (event) {
            case VersionDrafted _ -> Statement.until(draft, GONE);
            case VersionEdited _ -> Statement.until(draft, VALUE);
            case VersionDiscarded _ -> Statement.begins(draft, VALUE, GONE);
            case VersionPublished _ -> Statement.begins(draft, VALUE);
        };
    }

    private static Statement of(WebhookEvent event) {
        var webhook = List.of("webhook", event.webhookId());
        return switch (event) {
            // Begins the webhook's stream.
            case WebhookAdded _ -> Statement.NONE;
            case WebhookChanged _ -> Statement.sets(webhook, VALUE);
            case WebhookPaused _, WebhookResumed _ -> Statement.sets(webhook, PAUSED);
            case MessagesRedelivered _ -> Statement.sets(webhook, LATER);
            case WebhookRemoved _ -> Statement.begins(webhook, VALUE, PAUSED, LATER);
        };
    }
}
