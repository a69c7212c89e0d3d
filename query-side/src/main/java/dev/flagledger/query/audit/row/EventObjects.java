package dev.flagledger.query.audit.row;

import dev.flagledger.api.event.CodeEvent;
import dev.flagledger.api.event.EnvironmentEvent;
import dev.flagledger.api.event.ErasureEvent.FormerIdentityErased;
import dev.flagledger.api.event.ErasureEvent.IdentityErased;
import dev.flagledger.api.event.ErasureEvent.InvitedPersonErased;
import dev.flagledger.api.event.ErasureEvent.UserErased;
import dev.flagledger.api.event.ExportEvent;
import dev.flagledger.api.event.FeatureEvent;
import dev.flagledger.api.event.FlagEvent.FeatureStateUpdated;
import dev.flagledger.api.event.FlagEvent.SegmentOverrideCreated;
import dev.flagledger.api.event.FlagEvent.SegmentOverrideRemoved;
import dev.flagledger.api.event.FlagEvent.SegmentOverrideUpdated;
import dev.flagledger.api.event.FlagEvent.SegmentPlaced;
import dev.flagledger.api.event.FlagEvent.SegmentsOrdered;
import dev.flagledger.api.event.HealthEvent.HealthChanged;
import dev.flagledger.api.event.HealthEvent.ProviderAdded;
import dev.flagledger.api.event.HealthEvent.ProviderRemoved;
import dev.flagledger.api.event.LedgerEvent;
import dev.flagledger.api.event.ManagedIdentityEvent;
import dev.flagledger.api.event.ManagedIdentityEvent.IdentityOverrideCreated;
import dev.flagledger.api.event.ManagedIdentityEvent.IdentityOverrideRemoved;
import dev.flagledger.api.event.ManagedIdentityEvent.IdentityOverrideUpdated;
import dev.flagledger.api.event.MetadataEvent;
import dev.flagledger.api.event.OrganisationEvent;
import dev.flagledger.api.event.ProjectEvent;
import dev.flagledger.api.event.SegmentEvent;
import dev.flagledger.api.event.SegmentEvent.SegmentChanged;
import dev.flagledger.api.event.SegmentEvent.SegmentCreated;
import dev.flagledger.api.event.UserEvent;
import dev.flagledger.api.event.VersionEvent;
import dev.flagledger.api.event.WebhookEvent;
import dev.flagledger.engine.state.Installation;
import org.jspecify.annotations.Nullable;

/** The feature, segment and identity that an event is about, by id; null if it is about none of the kind. */
public record EventObjects(
        @Nullable Integer featureId,
        @Nullable Integer segmentId,
        @Nullable Integer identityId) {

    private static final EventObjects NOTHING = new EventObjects(null, null, null);

    static EventObjects of(LedgerEvent event, Installation before) {
        return switch (event) {
            case FeatureEvent e -> feature(e.featureId());
            case FeatureStateUpdated e -> feature(e.featureId());
            case SegmentsOrdered e -> feature(e.featureId());
            case SegmentPlaced e -> override(e.featureId(), e.segmentId());
            case SegmentOverrideCreated e -> override(e.featureId(), e.segmentId());
            case SegmentOverrideUpdated e -> override(e.featureId(), e.segmentId());
            case SegmentOverrideRemoved e -> override(e.featureId(), e.segmentId());
            case VersionEvent e -> feature(e.featureId());
            case SegmentCreated e -> new EventObjects(e.definition().featureId(), e.segmentId(), null);
            case SegmentChanged e -> new EventObjects(e.definition().featureId(), e.segmentId(), null);
            case SegmentEvent e -> new EventObjects(featureOf(e.segmentId(), before), e.segmentId(), null);
            case IdentityOverrideCreated e -> new EventObjects(e.featureId(), null, e.identityId());
            case IdentityOverrideUpdated e -> new EventObjects(e.featureId(), null, e.identityId());
            case IdentityOverrideRemoved e -> new EventObjects(e.featureId(), null, e.identityId());
            case ManagedIdentityEvent e -> new EventObjects(null, null, e.identityId());
            case HealthChanged e -> feature(e.report().featureId());
            case IdentityErased e -> new EventObjects(null, null, e.identityId());
            case FormerIdentityErased e -> new EventObjects(null, null, e.identityId());
            case ProviderAdded _, ProviderRemoved _, UserErased _, InvitedPersonErased _ -> NOTHING;
            case UserEvent _,
                    ExportEvent _,
                    OrganisationEvent _,
                    ProjectEvent _,
                    EnvironmentEvent _,
                    MetadataEvent _,
                    CodeEvent _,
                    WebhookEvent _ -> NOTHING;
        };
    }

    private static EventObjects feature(int id) {
        return new EventObjects(id, null, null);
    }

    private static EventObjects override(int featureId, int segmentId) {
        return new EventObjects(featureId, segmentId, null);
    }

    private static @Nullable Integer featureOf(int segmentId, Installation before) {
        return before.projectOfSegment(segmentId)
                .map(project -> project.segment(segmentId).definition().featureId())
                .orElse(null);
    }
}
