package dev.flagledger.command.revert.plan;

import dev.flagledger.api.Edit;
import dev.flagledger.api.feature.MultivariateOption;
import dev.flagledger.api.feature.OptionChanges;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Leads the options of a feature back. One that was removed since gets its former id, so that former shares of it are its own. */
record OptionsRevert(Map<Integer, MultivariateOption> then, Map<Integer, MultivariateOption> now) {

    OptionChanges changes() {
        var changed = then.values().stream()
                .flatMap(former -> Stream.ofNullable(now.get(former.id()))
                        .filter(current -> !current.equals(former))
                        .map(current -> new Edit<>(current, former)))
                .toList();
        return new OptionChanges(
                changed,
                onlyIn(then, now),
                onlyIn(now, then).stream().map(MultivariateOption::id).toList());
    }

    private static List<MultivariateOption> onlyIn(
            Map<Integer, MultivariateOption> one, Map<Integer, MultivariateOption> other) {
        return one.values().stream()
                .filter(option -> !other.containsKey(option.id()))
                .toList();
    }
}
