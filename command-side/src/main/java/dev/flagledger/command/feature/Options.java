package dev.flagledger.command.feature;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import dev.flagledger.api.Edit;
import dev.flagledger.api.Rejected;
import dev.flagledger.api.Rejection;
import dev.flagledger.api.Rejection.Invalid.Rule;
import dev.flagledger.api.event.FeatureEvent.OptionAdded;
import dev.flagledger.api.event.FeatureEvent.OptionChanged;
import dev.flagledger.api.event.FeatureEvent.OptionRemoved;
import dev.flagledger.api.feature.FeatureCommand;
import dev.flagledger.api.feature.MultivariateOption;
import dev.flagledger.api.feature.OptionChanges;
import dev.flagledger.command.Entities;
import dev.flagledger.command.edit.Edits;
import java.util.HashSet;

/** The multivariate options of one feature, as a part of its aggregate. */
final class Options {

    private static final double ALL = 100;

    private final Entities<MultivariateOption> options = new Entities<>("MultivariateFeatureOption");

    /** Removes, changes and adds options. The result is still to be {@linkplain #check() checked}. */
    void change(FeatureCommand command, OptionChanges changes, Shares shares) {
        changes.removed().stream()
                .filter(options::contains)
                .forEach(option -> apply(new OptionRemoved(command.featureId(), option)));
        changes.changed().forEach(option -> change(command, option));
        changes.added().forEach(option -> add(command, option, shares));
    }

    /** Merges an edit into an option, without an event if that changes nothing. The option must exist. */
    void change(FeatureCommand command, Edit<MultivariateOption> option) {
        var current = options.get(option.seen().id());
        var changed = Edits.merged(option, current);
        if (!changed.equals(current)) {
            apply(new OptionChanged(command.featureId(), changed));
        }
    }

    /** Adds an option with a variant in each environment. */
    void add(FeatureCommand command, MultivariateOption option, Shares shares) {
        int featureId = command.featureId();
        apply(new OptionAdded(featureId, option, shares.of(command.projectId(), featureId, option, options.all())));
    }

    void put(MultivariateOption option) {
        options.put(option.id(), option);
    }

    void remove(int optionId) {
        options.remove(optionId);
    }

    boolean isEmpty() {
        return options.all().isEmpty();
    }

    void require(int optionId) {
        options.require(optionId);
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
