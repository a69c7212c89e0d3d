package dev.flagledger.command.transfer;

import dev.flagledger.api.feature.MultivariateOption;
import dev.flagledger.api.flag.Variant;
import dev.flagledger.command.transfer.ImportedFeature.Option;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.IntSupplier;

/**
 * Finds a file's options among those of a feature: by type and value, and where several are equal, the first for the first.
 *
 * @param found the option for each place in the file's list that has one, by id
 */
record Shares(List<Option> wanted, Map<Integer, Integer> found) {

    static Shares of(List<Option> wanted, Collection<MultivariateOption> options) {
        var left = new ArrayList<>(options);
        var found = new TreeMap<Integer, Integer>();
        for (int place = 0; place < wanted.size(); place++) {
            var value = wanted.get(place).value();
            var match = left.stream()
                    .filter(option -> option.value().type() == value.type()
                            && Objects.equals(option.value().plain(), value.plain()))
                    .findFirst();
            if (match.isPresent()) {
                left.remove(match.get());
                found.put(place, match.get().id());
            }
        }
        return new Shares(wanted, found);
    }

    /** Those of the file that the feature lacks. */
    List<Option> missing() {
        var missing = new ArrayList<Option>();
        for (int place = 0; place < wanted.size(); place++) {
            if (!found.containsKey(place)) {
                missing.add(wanted.get(place));
            }
        }
        return missing;
    }

    /** The shares that a state has, with what the file says of each; an option that is not in the file gets nothing. */
    List<Variant> set(List<Variant> now, IntSupplier ids) {
        var percentages = new LinkedHashMap<Integer, Double>();
        found.forEach(
                (place, optionId) -> percentages.put(optionId, wanted.get(place).percentage()));
        var shares = new ArrayList<Variant>();
        for (var share : now) {
            var percentage = percentages.remove(share.optionId());
            shares.add(new Variant(share.id(), share.optionId(), percentage == null ? 0 : percentage));
        }
        percentages.forEach((optionId, percentage) -> shares.add(new Variant(ids.getAsInt(), optionId, percentage)));
        return List.copyOf(shares);
    }
}
