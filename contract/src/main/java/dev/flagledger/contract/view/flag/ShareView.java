package dev.flagledger.contract.view.flag;

import dev.flagledger.api.flag.Variant;
import dev.flagledger.engine.state.flag.FeatureState;
import java.util.Comparator;
import java.util.List;

/** The percentage of a multivariate option in a feature state, in the admin API. */
public record ShareView(int id, int multivariateFeatureOption, double percentageAllocation) {

    /** All percentages of a state, by id. */
    public static List<ShareView> of(FeatureState state) {
        return state.variants().stream()
                .sorted(Comparator.comparingInt(Variant::id))
                .map(share -> new ShareView(share.id(), share.optionId(), share.percentage()))
                .toList();
    }
}
