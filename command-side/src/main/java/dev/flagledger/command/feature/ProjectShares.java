package dev.flagledger.command.feature;

import dev.flagledger.api.Rejected;
import dev.flagledger.api.Rejection;
import dev.flagledger.api.Rejection.Invalid.Rule;
import dev.flagledger.api.feature.MultivariateOption;
import dev.flagledger.api.flag.Variant;
import dev.flagledger.command.project.ProjectLock;
import dev.flagledger.installation.id.Ids;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.stereotype.Component;

/** Assigns variants in all environments of a project while holding the project's lock. */
@Component
class ProjectShares implements Shares {

    private static final double ALL = 100;

    private final ProjectLock lock;
    private final Ids ids;

    ProjectShares(ProjectLock lock, Ids ids) {
        this.lock = lock;
        this.ids = ids;
    }

    @Override
    public Map<Integer, Variant> of(
            int projectId, int featureId, MultivariateOption option, Collection<MultivariateOption> others) {
        var environments = lock.acquire(projectId).environments().values();
        var allocated = ids.many(Ids.Kind.VARIANT, environments.size());
        var shares = new TreeMap<Integer, Variant>();
        for (var environment : environments) {
            double used = used(environment.flag(featureId).environmentDefault().variants(), others);
            if (used + option.defaultPercentage() > ALL) {
                throw new Rejected(new Rejection.Invalid(Rule.OPTION_PERCENTAGES));
            }
            shares.put(environment.id(), new Variant(allocated.next(), option.id(), option.defaultPercentage()));
        }
        return shares;
    }

    /** Options added by the same command have no variants yet, but will get their default percentages. */
    private static double used(List<Variant> seen, Collection<MultivariateOption> others) {
        return others.stream()
                .mapToDouble(other -> seen.stream()
                        .filter(variant -> variant.optionId() == other.id())
                        .mapToDouble(Variant::percentage)
                        .findAny()
                        .orElse(other.defaultPercentage()))
                .sum();
    }
}
