package dev.flagledger.command.feature;

import static java.util.stream.Collectors.toMap;

import dev.flagledger.api.Edit;
import dev.flagledger.api.feature.MultivariateOption;
import dev.flagledger.api.feature.OptionChanges;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;

/** Compares multivariate options. */
final class OptionComparison {

    private OptionComparison() {}

    /**
     * Returns the changes between two lists of options.
     *
     * @param seen the options as the editor saw them
     * @param requested the requested options; those whose id is not in {@code seen} are new, and the last one of each id
     *     counts
     */
    static OptionChanges between(Collection<MultivariateOption> seen, Collection<MultivariateOption> requested) {
        var removed = seen.stream().collect(toMap(MultivariateOption::id, option -> option));
        var last = new LinkedHashMap<Integer, MultivariateOption>();
        requested.forEach(option -> last.put(option.id(), option));
        var changed = new ArrayList<Edit<MultivariateOption>>();
        var added = new ArrayList<MultivariateOption>();
        for (var option : last.values()) {
            var before = removed.remove(option.id());
            if (before == null) {
                added.add(option);
            } else if (!before.equals(option)) {
                changed.add(new Edit<>(before, option));
            }
        }
        return new OptionChanges(
                List.copyOf(changed),
                List.copyOf(added),
                removed.keySet().stream().sorted().toList());
    }
}
