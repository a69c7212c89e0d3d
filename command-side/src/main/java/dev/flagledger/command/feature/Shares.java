package dev.flagledger.command.feature;

import dev.flagledger.api.feature.MultivariateOption;
import dev.flagledger.api.flag.Variant;
import java.util.Map;

/** Gives out the shares that a new option gets. */
interface Shares {

    /**
     * A share of the option for the feature's default in each environment, by environment id.
     *
     * @throws dev.flagledger.api.Rejected if some default has no room for it
     */
    Map<Integer, Variant> of(int projectId, int featureId, MultivariateOption option);
}
