package dev.flagledger.engine.change;

import dev.flagledger.api.event.CodeEvent;
import dev.flagledger.api.event.EnvironmentEvent;
import dev.flagledger.api.event.EnvironmentEvent.EnvironmentCloned;
import dev.flagledger.api.event.ErasureEvent;
import dev.flagledger.api.event.ExportEvent;
import dev.flagledger.api.event.FeatureEvent;
import dev.flagledger.api.event.FlagEvent.FeatureStateUpdated;
import dev.flagledger.api.event.FlagEvent.SegmentOverrideCreated;
import dev.flagledger.api.event.FlagEvent.SegmentOverrideRemoved;
import dev.flagledger.api.event.FlagEvent.SegmentOverrideUpdated;
import dev.flagledger.api.event.FlagEvent.SegmentPlaced;
import dev.flagledger.api.event.FlagEvent.SegmentsOrdered;
import dev.flagledger.api.event.GrantEvent;
import dev.flagledger.api.event.HealthEvent;
import dev.flagledger.api.event.LedgerEvent;
import dev.flagledger.api.event.ManagedIdentityEvent.IdentityOverrideCreated;
import dev.flagledger.api.event.ManagedIdentityEvent.IdentityOverrideRemoved;
import dev.flagledger.api.event.ManagedIdentityEvent.IdentityOverrideUpdated;
import dev.flagledger.api.event.ManagedIdentityEvent.ManagedIdentityCreated;
import dev.flagledger.api.event.ManagedIdentityEvent.ManagedIdentityDeleted;
import dev.flagledger.api.event.ManagedIdentityEvent.ManagedIdentityRenamed;
import dev.flagledger.api.event.ManagedIdentityEvent.ManagedTraitsChanged;
import dev.flagledger.api.event.MetadataEvent;
import dev.flagledger.api.event.OrganisationEvent;
import dev.flagledger.api.event.ProjectEvent;
import dev.flagledger.api.event.RoleEvent.RoleRightsChanged;
import dev.flagledger.api.event.RoleEvent.RoleRightsRemoved;
import dev.flagledger.api.event.SegmentEvent;
import dev.flagledger.api.event.SegmentEvent.SegmentCreated;
import dev.flagledger.api.event.UserEvent;
import dev.flagledger.api.event.VersionEvent;
import dev.flagledger.api.event.WebhookEvent;
import dev.flagledger.api.grant.GrantPlace;
import dev.flagledger.api.segment.SegmentDefinition;
import dev.flagledger.engine.state.Installation;
import java.util.List;

/** Determines what an event refers to beside the object that it is about. */
public final class RelatedObjects {

    private RelatedObjects() {}

    /**
     * Returns further objects that must exist, as {@code kind:id}: the object of an override, the feature that a
     * segment is limited to, the environment that is cloned, the object on which permissions are granted.
     */
    public static List<String> of(Installation installation, LedgerEvent event) {
        return switch (event) {
            case SegmentOverrideCreated e -> List.of("segment:" + e.segmentId());
            case SegmentOverrideUpdated e -> List.of("segment:" + e.segmentId());
            case SegmentOverrideRemoved e -> List.of("segment:" + e.segmentId());
            case SegmentPlaced e -> List.of("segment:" + e.segmentId());
            case FeatureStateUpdated _, SegmentsOrdered _ -> List.of();
            case IdentityOverrideCreated e -> List.of("feature:" + e.featureId());
            case IdentityOverrideUpdated e -> List.of("feature:" + e.featureId());
            case IdentityOverrideRemoved e -> List.of("feature:" + e.featureId());
            case ManagedIdentityCreated _, ManagedIdentityRenamed _, ManagedTraitsChanged _, ManagedIdentityDeleted _ ->
                List.of();
            case SegmentCreated e -> featureOf(e.definition());
            case SegmentEvent e ->
                installation
                        .projectOfSegment(e.segmentId())
                        .map(project -> featureOf(project.segment(e.segmentId()).definition()))
                        .orElse(List.of());
            case EnvironmentCloned e -> List.of("environment:" + e.sourceId());
            case GrantEvent e -> placeOf(e.place());
            case RoleRightsChanged e -> placeOf(e.grant().place());
            case RoleRightsRemoved e -> placeOf(e.place());
            case UserEvent _,
                    ErasureEvent _,
                    ExportEvent _,
                    OrganisationEvent _,
                    ProjectEvent _,
                    EnvironmentEvent _,
                    FeatureEvent _,
                    VersionEvent _,
                    CodeEvent _,
                    HealthEvent _,
                    MetadataEvent _,
                    WebhookEvent _ -> List.of();
        };
    }

    private static List<String> placeOf(GrantPlace place) {
        return switch (place.kind()) {
            case ORGANISATION -> List.of();
            case PROJECT -> List.of("project:" + place.id());
            case ENVIRONMENT -> List.of("environment:" + place.id());
        };
    }

    private static List<String> featureOf(SegmentDefinition definition) {
        return definition.featureId() == null ? List.of() : List.of("feature:" + definition.featureId());
    }
}
