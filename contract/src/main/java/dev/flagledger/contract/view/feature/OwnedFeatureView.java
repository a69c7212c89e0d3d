package dev.flagledger.contract.view.feature;

import dev.flagledger.contract.view.WireTime;
import dev.flagledger.contract.view.grant.GroupSummaryView;
import dev.flagledger.engine.state.Installation;
import dev.flagledger.engine.state.project.Feature;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A feature in the response to a change of its owners. */
public record OwnedFeatureView(
        int id,
        String name,
        String createdDate,
        @Nullable String description,
        @Nullable String initialValue,
        boolean defaultEnabled,
        String type,
        List<AuthorView> owners,
        List<GroupSummaryView> groupOwners,
        boolean isServerKeyOnly) {

    public static OwnedFeatureView of(Installation installation, Feature feature) {
        return new OwnedFeatureView(
                feature.id(),
                feature.name(),
                WireTime.rest(feature.createdAt()),
                feature.details().description(),
                feature.initialValue(),
                feature.defaultEnabled(),
                feature.type().name(),
                AuthorView.owners(installation, feature),
                GroupSummaryView.owners(installation, feature),
                feature.details().serverKeyOnly());
    }
}
