package dev.flagledger.engine.retention;

import dev.flagledger.api.event.FlagEvent;
import dev.flagledger.api.event.FlagEvent.FeatureStateUpdated;
import dev.flagledger.api.event.FlagEvent.SegmentOverrideCreated;
import dev.flagledger.api.event.FlagEvent.SegmentOverrideRemoved;
import dev.flagledger.api.event.FlagEvent.SegmentOverrideUpdated;
import dev.flagledger.api.event.FlagEvent.SegmentPlaced;
import dev.flagledger.api.event.FlagEvent.SegmentsOrdered;
import dev.flagledger.api.event.ManagedIdentityEvent;
import dev.flagledger.api.event.ManagedIdentityEvent.IdentityOverrideCreated;
import dev.flagledger.api.event.ManagedIdentityEvent.IdentityOverrideRemoved;
import dev.flagledger.api.event.ManagedIdentityEvent.IdentityOverrideUpdated;
import dev.flagledger.api.event.ManagedIdentityEvent.ManagedIdentityCreated;
import dev.flagledger.api.event.ManagedIdentityEvent.ManagedIdentityDeleted;
import dev.flagledger.api.event.ManagedIdentityEvent.ManagedIdentityRenamed;
import dev.flagledger.api.event.ManagedIdentityEvent.ManagedTraitsChanged;
import dev.flagledger.api.flag.FlagId;
import dev.flagledger.api.flag.SettingChange;
import java.util.List;

/** What events state of the settings of flags. Shares are stated apart from the rest, since a change need not have them. */
final class FlagStatements {

    private static final String NAME = "name";
    private static final String TRAITS = "traits";

    private FlagStatements() {}

    static Statement of(FlagEvent event) {
        var flag = new FlagId(event.environmentId(), event.featureId());
        return switch (event) {
            case FeatureStateUpdated e -> changed(flag, "default", e.change());
            case SegmentOverrideUpdated e -> changed(flag, segment(e.segmentId()), e.change());
            case SegmentOverrideCreated e -> whole(flag, segment(e.segmentId()));
            case SegmentOverrideRemoved e -> whole(flag, segment(e.segmentId()));
            // Priorities depend on what was there before.
            case SegmentPlaced _, SegmentsOrdered _ -> Statement.NONE;
        };
    }

    static Statement of(ManagedIdentityEvent event) {
        var identity = List.of("identity", event.environmentId(), event.identityId());
        return switch (event) {
            case ManagedIdentityRenamed _ -> Statement.sets(identity, NAME);
            case ManagedTraitsChanged _ -> Statement.sets(identity, TRAITS);
            case IdentityOverrideUpdated e -> changed(flag(event, e.featureId()), identity(event), e.change());
            case IdentityOverrideCreated e ->
                Statement.until(flag(event, e.featureId()), gone(event))
                        .alsoSetting(identity(event), shares(identity(event)));
            case IdentityOverrideRemoved e ->
                Statement.begins(flag(event, e.featureId()), identity(event), shares(identity(event)), gone(event));
            case ManagedIdentityCreated _, ManagedIdentityDeleted _ -> Statement.NONE;
        };
    }

    private static Statement whole(FlagId flag, String state) {
        return Statement.begins(flag, state, shares(state));
    }

    private static Statement changed(FlagId flag, String state, SettingChange change) {
        if (change.enabled() == null || change.value() == null) {
            return Statement.NONE;
        }
        return change.variants() == null ? Statement.sets(flag, state) : Statement.sets(flag, state, shares(state));
    }

    private static FlagId flag(ManagedIdentityEvent event, int feature) {
        return new FlagId(event.environmentId(), feature);
    }

    private static String segment(int id) {
        return "segment:" + id;
    }

    private static String identity(ManagedIdentityEvent event) {
        return "identity:" + event.identityId();
    }

    private static String gone(ManagedIdentityEvent event) {
        return identity(event) + "/gone";
    }

    private static String shares(String state) {
        return state + "/shares";
    }
}
