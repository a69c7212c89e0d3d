package dev.flagledger.command.feature;

import dev.flagledger.api.Rejected;
import dev.flagledger.api.Rejection;
import dev.flagledger.api.feature.MultivariateOption;
import dev.flagledger.api.flag.Variant;
import dev.flagledger.engine.state.Project;
import dev.flagledger.platform.command.Ids;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.stereotype.Component;

/** Draws the shares that a new option gets in the environments of its project. */
@Component
class OptionShares {

    private static final double ALL = 100;

    private final Ids ids;

    OptionShares(Ids ids) {
        this.ids = ids;
    }

    /**
     * A share of the option for the feature's default in each environment, by environment id.
     *
     * @throws Rejected if some default has no room for it
     */
    Map<Integer, Variant> of(Project project, int featureId, MultivariateOption option) {
        var environments = project.environments().values();
        var drawn = ids.many(Ids.Kind.VARIANT, environments.size());
        var shares = new TreeMap<Integer, Variant>();
        for (var environment : environments) {
            double taken = environment.flag(featureId).standard().variants().stream()
                    .mapToDouble(Variant::percentage)
                    .sum();
            if (taken + option.defaultPercentage() > ALL) {
                throw new Rejected(
                        new Rejection.Invalid("default_percentage_allocation", "Invalid percentage allocation"));
            }
            shares.put(environment.id(), new Variant(drawn.next(), option.id(), option.defaultPercentage()));
        }
        return shares;
    }
}
