package dev.flagledger.command.feature;

import dev.flagledger.api.Rejected;
import dev.flagledger.api.Rejection;
import dev.flagledger.api.feature.MultivariateOption;
import java.util.HashSet;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** The multivariate options of one feature. */
final class Options {

    private static final double ALL = 100;

    private final SortedMap<Integer, MultivariateOption> byId = new TreeMap<>();

    void put(MultivariateOption option) {
        byId.put(option.id(), option);
    }

    void remove(int optionId) {
        byId.remove(optionId);
    }

    List<MultivariateOption> all() {
        return List.copyOf(byId.values());
    }

    List<Integer> ids() {
        return List.copyOf(byId.keySet());
    }

    boolean has(int optionId) {
        return byId.containsKey(optionId);
    }

    MultivariateOption get(int optionId) {
        var option = byId.get(optionId);
        if (option == null) {
            throw new Rejected(new Rejection.Missing("MultivariateFeatureOption"));
        }
        return option;
    }

    /** Refuses options that cannot be had together; their default shares are of one whole, and their keys differ. */
    void check() {
        double sum = byId.values().stream()
                .mapToDouble(MultivariateOption::defaultPercentage)
                .sum();
        if (sum > ALL) {
            throw new Rejected(new Rejection.Invalid("default_percentage_allocation", "Invalid percentage allocation"));
        }
        var keys = new HashSet<String>();
        for (var option : byId.values()) {
            if (option.key() != null && !keys.add(option.key())) {
                throw new Rejected(new Rejection.Invalid(
                        "key", "Multivariate option with this key already exists for the feature."));
            }
        }
    }
}
