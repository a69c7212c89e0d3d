package dev.flagledger.engine.retention;

import dev.flagledger.api.environment.EnvironmentSettings;
import dev.flagledger.api.event.EnvironmentEvent.EnvironmentChanged;
import dev.flagledger.api.event.EnvironmentEvent.EnvironmentCloned;
import dev.flagledger.api.event.EnvironmentEvent.EnvironmentCreated;
import dev.flagledger.api.event.FeatureEvent.FeatureChanged;
import dev.flagledger.api.event.FeatureEvent.FeatureCreated;
import dev.flagledger.api.event.FeatureEvent.OwnersChanged;
import dev.flagledger.api.event.LedgerEvent;
import dev.flagledger.api.event.MetadataEvent.FieldChanged;
import dev.flagledger.api.event.MetadataEvent.FieldCreated;
import dev.flagledger.api.event.OrganisationEvent.OrganisationChanged;
import dev.flagledger.api.event.OrganisationEvent.OrganisationCreated;
import dev.flagledger.api.event.ProjectEvent.ProjectChanged;
import dev.flagledger.api.event.ProjectEvent.ProjectCreated;
import dev.flagledger.api.event.SegmentEvent.SegmentChanged;
import dev.flagledger.api.event.SegmentEvent.SegmentCreated;
import dev.flagledger.api.event.WebhookEvent.WebhookAdded;
import dev.flagledger.api.event.WebhookEvent.WebhookChanged;
import dev.flagledger.api.feature.FeatureDetails;
import dev.flagledger.api.feature.FeatureType;
import dev.flagledger.api.metadata.FieldDefinition;
import dev.flagledger.api.project.ProjectSettings;
import dev.flagledger.api.segment.SegmentDefinition;
import dev.flagledger.api.webhook.WebhookSettings;
import java.util.List;

/** Events that begin an object, with the values of later ones, or with none. */
final class Begin {

    private static final SegmentDefinition NO_SEGMENT = new SegmentDefinition("", null, null, List.of(), List.of());
    private static final ProjectSettings NO_PROJECT =
            new ProjectSettings("", false, false, false, false, null, 0, null, false, false);
    private static final EnvironmentSettings NO_ENVIRONMENT =
            new EnvironmentSettings("", "", null, null, false, null, null, null, false, false, false, List.of());
    private static final WebhookSettings NO_WEBHOOK = WebhookSettings.of("", false);

    private Begin() {}

    /** What an object began with, and what changed it later. */
    private record Change(LedgerEvent beginning, LedgerEvent changed) {}

    /** Returns the event with the values of a later one; unchanged if it does not have them. */
    static LedgerEvent with(LedgerEvent beginning, LedgerEvent changed) {
        return switch (new Change(beginning, changed)) {
            case Change(OrganisationCreated e, OrganisationChanged c) ->
                new OrganisationCreated(e.organisationId(), e.uuid(), c.settings());
            case Change(ProjectCreated e, ProjectChanged c) ->
                new ProjectCreated(e.projectId(), e.uuid(), e.organisationId(), c.settings());
            case Change(EnvironmentCreated e, EnvironmentChanged c) ->
                new EnvironmentCreated(e.environmentId(), e.uuid(), e.projectId(), c.settings(), e.states());
            case Change(EnvironmentCloned e, EnvironmentChanged c) ->
                new EnvironmentCloned(
                        e.environmentId(), e.uuid(), e.projectId(), e.sourceId(), c.settings(), e.states());
            case Change(WebhookAdded e, WebhookChanged c) -> new WebhookAdded(e.webhookId(), e.owner(), c.settings());
            case Change(FeatureCreated e, FeatureChanged c) -> with(e, c.details(), e.owners());
            case Change(FeatureCreated e, OwnersChanged c) -> with(e, e.details(), c.owners());
            case Change(SegmentCreated e, SegmentChanged c) ->
                new SegmentCreated(e.segmentId(), e.uuid(), e.projectId(), c.definition());
            case Change(FieldCreated e, FieldChanged c) ->
                new FieldCreated(e.fieldId(), e.organisationId(), e.projectId(), c.definition());
            default -> beginning;
        };
    }

    private static FeatureCreated with(FeatureCreated e, FeatureDetails details, List<Integer> owners) {
        return new FeatureCreated(
                e.featureId(),
                e.uuid(),
                e.projectId(),
                e.name(),
                e.type(),
                e.initialValue(),
                e.defaultEnabled(),
                details,
                owners,
                e.options(),
                e.states());
    }

    /** Returns the event with nothing but the ids. */
    static LedgerEvent blank(LedgerEvent beginning) {
        return switch (beginning) {
            case SegmentCreated e -> new SegmentCreated(e.segmentId(), e.uuid(), e.projectId(), NO_SEGMENT);
            case ProjectCreated e -> new ProjectCreated(e.projectId(), e.uuid(), e.organisationId(), NO_PROJECT);
            case EnvironmentCreated e ->
                new EnvironmentCreated(e.environmentId(), e.uuid(), e.projectId(), NO_ENVIRONMENT, List.of());
            case EnvironmentCloned e ->
                new EnvironmentCloned(
                        e.environmentId(), e.uuid(), e.projectId(), e.sourceId(), NO_ENVIRONMENT, List.of());
            case WebhookAdded e -> new WebhookAdded(e.webhookId(), e.owner(), NO_WEBHOOK);
            case FieldCreated e ->
                new FieldCreated(
                        e.fieldId(),
                        e.organisationId(),
                        e.projectId(),
                        new FieldDefinition("", e.definition().type(), null));
            case FeatureCreated e ->
                new FeatureCreated(
                        e.featureId(),
                        e.uuid(),
                        e.projectId(),
                        "",
                        FeatureType.STANDARD,
                        null,
                        false,
                        FeatureDetails.NONE,
                        List.of(),
                        List.of(),
                        List.of());
            default -> beginning;
        };
    }
}
