package dev.flagledger.command.revert.plan;

import dev.flagledger.api.event.CodeEvent;
import dev.flagledger.api.event.EnvironmentEvent;
import dev.flagledger.api.event.EnvironmentEvent.EnvironmentChanged;
import dev.flagledger.api.event.ErasureEvent;
import dev.flagledger.api.event.ExportEvent;
import dev.flagledger.api.event.FeatureEvent;
import dev.flagledger.api.event.FeatureEvent.FeatureChanged;
import dev.flagledger.api.event.FeatureEvent.OptionAdded;
import dev.flagledger.api.event.FeatureEvent.OptionChanged;
import dev.flagledger.api.event.FeatureEvent.OptionRemoved;
import dev.flagledger.api.event.FeatureEvent.TypeChanged;
import dev.flagledger.api.event.FlagEvent;
import dev.flagledger.api.event.HealthEvent;
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
import dev.flagledger.api.event.UserEvent;
import dev.flagledger.api.event.VersionEvent;
import dev.flagledger.api.event.VersionEvent.VersionPublished;
import dev.flagledger.api.event.WebhookEvent;
import dev.flagledger.command.revert.plan.Part.OfFeature;
import dev.flagledger.command.revert.plan.Part.OfFlag;
import dev.flagledger.command.revert.plan.Part.OfIdentity;
import dev.flagledger.command.revert.plan.Part.OfSegment;
import dev.flagledger.command.revert.plan.Part.OfSettings;
import dev.flagledger.engine.state.project.Project;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.SequencedSet;

/** The parts of a project that an event changed. */
public final class Touched {

    private static final SequencedSet<Part> NONE = Collections.unmodifiableSequencedSet(new LinkedHashSet<>());

    private Touched() {}

    /** Returns the parts; empty for events that cannot be undone so, such as creations and deletions. */
    public static SequencedSet<Part> by(LedgerEvent event, Project before, Project now) {
        return switch (event) {
            case VersionPublished e -> Parts.of(new OfFlag(e.environmentId(), e.featureId()));
            case FlagEvent e -> Parts.of(new OfFlag(e.environmentId(), e.featureId()));
            case IdentityOverrideCreated e ->
                Parts.of(new OfIdentity(e.environmentId(), e.featureId(), e.identityId()));
            case IdentityOverrideUpdated e ->
                Parts.of(new OfIdentity(e.environmentId(), e.featureId(), e.identityId()));
            case IdentityOverrideRemoved e ->
                Parts.of(new OfIdentity(e.environmentId(), e.featureId(), e.identityId()));
            case FeatureChanged e -> Parts.of(new OfFeature(e.featureId()));
            case TypeChanged e -> Parts.of(new OfFeature(e.featureId()));
            // Options have shares in all flags of the feature.
            case OptionAdded e -> Parts.ofFeature(before, now, e.featureId());
            case OptionChanged e -> Parts.ofFeature(before, now, e.featureId());
            case OptionRemoved e -> Parts.ofFeature(before, now, e.featureId());
            case EnvironmentChanged e -> Parts.of(new OfSettings(e.environmentId()));
            case SegmentChanged e -> Parts.of(new OfSegment(e.segmentId()));
            case FeatureEvent _, SegmentEvent _, EnvironmentEvent _, ManagedIdentityEvent _ -> NONE;
            case VersionEvent _, ProjectEvent _, OrganisationEvent _, MetadataEvent _ -> NONE;
            case CodeEvent _, HealthEvent _, WebhookEvent _, UserEvent _, ErasureEvent _, ExportEvent _ -> NONE;
        };
    }
}
