package dev.flagledger.command.feature;

import dev.flagledger.api.Rejected;
import dev.flagledger.api.Rejection;
import dev.flagledger.api.Rejection.Invalid.Rule;
import dev.flagledger.api.feature.MultivariateOption;
import dev.flagledger.command.Entities;
import java.util.Collection;
import java.util.HashSet;

/** The multivariate options of one feature. */
final class Options {

    private static final double ALL = 100;

    private final Entities<MultivariateOption> options = new Entities<>("MultivariateFeatureOption");

    void put(MultivariateOption option) {
        options.put(option.id(), option);
    }

    void remove(int optionId) {
        options.remove(optionId);
    }

    Collection<MultivariateOption> all() {
        return options.all();
    }

    boolean isEmpty() {
        return options.all().isEmpty();
    }

    void require(int optionId) {
        options.require(optionId);
    }

    MultivariateOption get(int optionId) {
        return options.get(optionId);
    }

    boolean contains(int optionId) {
        return options.contains(optionId);
    }

    /** Rejects default percentages above 100 in total, and keys that are not unique. */
    void check() {
        double sum = options.all().stream()
                .mapToDouble(MultivariateOption::defaultPercentage)
                .sum();
        if (sum > ALL) {
            throw new Rejected(new Rejection.Invalid(Rule.OPTION_PERCENTAGES));
        }
        var keys = new HashSet<String>();
        for (var option : options.all()) {
            if (option.key() != null && !keys.add(option.key())) {
                throw new Rejected(new Rejection.Invalid(Rule.OPTION_KEY));
            }
        }
    }
}
