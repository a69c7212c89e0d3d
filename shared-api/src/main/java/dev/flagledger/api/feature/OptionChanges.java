package dev.flagledger.api.feature;

import static java.util.stream.Collectors.toMap;

import dev.flagledger.api.Edit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;

/**
 * Changes of a feature's multivariate options. Options added concurrently are kept, and options removed concurrently
 * are not restored.
 *
 * @param changed edits of existing options
 * @param added new options, with ids assigned
 * @param removed ids of options to remove
 */
public record OptionChanges(
        List<Edit<MultivariateOption>> changed, List<MultivariateOption> added, List<Integer> removed) {

    /** Changes nothing. */
    public static final OptionChanges NONE = new OptionChanges(List.of(), List.of(), List.of());

    /**
     * What leads from one list of options to another.
     *
     * @param seen the options as somebody saw them
     * @param wanted the options as they want them; those whose id was not seen are new. Of two with
     *     one id, the last counts
     */
    public static OptionChanges between(Collection<MultivariateOption> seen, Collection<MultivariateOption> wanted) {
        var gone = seen.stream().collect(toMap(MultivariateOption::id, option -> option));
        var last = new LinkedHashMap<Integer, MultivariateOption>();
        wanted.forEach(option -> last.put(option.id(), option));
        var changed = new ArrayList<Edit<MultivariateOption>>();
        var added = new ArrayList<MultivariateOption>();
        for (var option : last.values()) {
            var before = gone.remove(option.id());
            if (before == null) {
                added.add(option);
            } else if (!before.equals(option)) {
                changed.add(new Edit<>(before, option));
            }
        }
        return new OptionChanges(
                List.copyOf(changed),
                List.copyOf(added),
                gone.keySet().stream().sorted().toList());
    }
}
