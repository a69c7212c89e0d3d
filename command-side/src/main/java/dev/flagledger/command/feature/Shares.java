package dev.flagledger.command.feature;

import dev.flagledger.api.feature.MultivariateOption;
import dev.flagledger.api.flag.Variant;
import java.util.Collection;
import java.util.Map;

/** Gives out the shares that a new option gets. */
interface Shares {

    /**
     * A share of the option for the feature's default in each environment, by environment id.
     *
     * @param others the options that the feature has besides, also those that are no older than this one
     * @throws dev.flagledger.api.Rejected if some default has no room for it
     */
    Map<Integer, Variant> of(
            int projectId, int featureId, MultivariateOption option, Collection<MultivariateOption> others);
}
