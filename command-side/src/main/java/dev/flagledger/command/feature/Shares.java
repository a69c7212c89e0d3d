package dev.flagledger.command.feature;

import dev.flagledger.api.feature.MultivariateOption;
import dev.flagledger.api.flag.Variant;
import java.util.Collection;
import java.util.Map;

/** Assigns variants to a new option. */
interface Shares {

    /**
     * A variant of the option for the feature's default in each environment, by environment id.
     *
     * @param others the feature's other options, including ones added by the same command
     * @throws dev.flagledger.api.Rejected if the percentages of a default would exceed 100
     */
    Map<Integer, Variant> of(
            int projectId, int featureId, MultivariateOption option, Collection<MultivariateOption> others);
}
