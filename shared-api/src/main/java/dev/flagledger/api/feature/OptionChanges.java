package dev.flagledger.api.feature;

import dev.flagledger.api.Edit;
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
}
