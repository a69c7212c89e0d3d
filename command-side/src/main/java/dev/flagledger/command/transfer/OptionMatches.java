package dev.flagledger.command.transfer;

import dev.flagledger.api.feature.MultivariateOption;
import dev.flagledger.api.flag.Variant;
import dev.flagledger.command.flag.form.StateRequest.Share;
import dev.flagledger.command.transfer.ImportedFeature.Option;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/**
 * Matches the options of a file with those of a feature by type and value; equal ones are matched in order.
 *
 * @param found the ids of matched options by index in the file
 */
record OptionMatches(List<Option> requested, Map<Integer, Integer> found) {

    static OptionMatches of(List<Option> requested, Collection<MultivariateOption> options) {
        var left = new ArrayList<>(options);
        var found = new TreeMap<Integer, Integer>();
        for (int place = 0; place < requested.size(); place++) {
            var value = requested.get(place).value();
            var match = left.stream()
                    .filter(option -> option.value().type() == value.type()
                            && Objects.equals(option.value().plain(), value.plain()))
                    .findFirst();
            if (match.isPresent()) {
                left.remove(match.get());
                found.put(place, match.get().id());
            }
        }
        return new OptionMatches(requested, found);
    }

    /** The options of the file that the feature does not have. */
    List<Option> missing() {
        var missing = new ArrayList<Option>();
        for (int place = 0; place < requested.size(); place++) {
            if (!found.containsKey(place)) {
                missing.add(requested.get(place));
            }
        }
        return missing;
    }

    /** The percentages for a state: those of the file, and 0 for options that are not in the file. */
    List<Share> shares(List<Variant> current) {
        var percentages = new LinkedHashMap<Integer, Double>();
        current.forEach(share -> percentages.put(share.optionId(), 0.0));
        found.forEach((place, optionId) ->
                percentages.put(optionId, requested.get(place).percentage()));
        return percentages.entrySet().stream()
                .map(share -> new Share(share.getKey(), share.getValue()))
                .toList();
    }
}
