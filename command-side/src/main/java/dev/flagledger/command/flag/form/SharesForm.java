package dev.flagledger.command.flag.form;

import dev.flagledger.api.flag.Variant;
import dev.flagledger.contract.error.InvalidInput;
import dev.flagledger.contract.form.Form;
import dev.flagledger.contract.form.Items;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads the shares of multivariate options in a feature state: all that it is to have. */
final class SharesForm {

    private static final String FIELD = "multivariate_feature_state_values";
    private static final String OPTION = "multivariate_feature_option";
    private static final String PERCENTAGE = "percentage_allocation";
    private static final String TWICE = "{'__all__': ['Multivariate feature state value with this Feature state and"
            + " Multivariate feature option already exists.']}";

    private SharesForm() {}

    /** One share. Without the id of one that is there it is a new one. */
    record Share(@Nullable Integer id, int optionId, double percentage) {}

    /** What the request asks for; empty if it says nothing of shares. */
    static Optional<List<Share>> read(Form form, Set<Integer> optionIds) {
        return Items.forms(form, FIELD)
                .map(shares ->
                        shares.stream().map(share -> one(share, optionIds)).toList());
    }

    private static Share one(Form share, Set<Integer> optionIds) {
        int option = share.integer(OPTION);
        if (share.has(OPTION) && !optionIds.contains(option)) {
            share.reject(OPTION, "Invalid pk \"" + option + "\" - object does not exist.");
        }
        if (!share.has(PERCENTAGE)) {
            share.reject(PERCENTAGE, "This field is required.");
        }
        return new Share(share.integerOrNull("id", null), option, share.percentage(PERCENTAGE, 0));
    }

    /** The same with the ids of those that are there for the options. */
    static List<Share> identified(List<Share> asked, List<Variant> now) {
        return asked.stream()
                .map(share -> now.stream()
                        .filter(known -> known.optionId() == share.optionId())
                        .map(known -> new Share(known.id(), share.optionId(), share.percentage()))
                        .findAny()
                        .orElse(new Share(null, share.optionId(), share.percentage())))
                .toList();
    }

    /**
     * The shares that a state is to have.
     *
     * @param now those that it has
     * @param ids for those that are new
     * @throws InvalidInput if they are too much together, or if an option has two, also where the old one was to go
     */
    static List<Variant> resolve(List<Share> asked, List<Variant> now, Iterator<Integer> ids) {
        if (asked.stream().mapToDouble(Share::percentage).sum() > 100) {
            throw InvalidInput.whole("Multivariate percentage values exceed 100%.");
        }
        var shares = new ArrayList<Variant>();
        var options = new HashSet<Integer>();
        for (var share : asked) {
            var known = now.stream()
                    .filter(variant -> share.id() != null && variant.id() == share.id())
                    .findAny();
            boolean doubled = now.stream()
                    .anyMatch(variant -> variant.optionId() == share.optionId()
                            && (known.isEmpty() || known.get().id() != variant.id()));
            if (doubled || !options.add(share.optionId())) {
                throw InvalidInput.list(TWICE);
            }
            shares.add(new Variant(known.map(Variant::id).orElseGet(ids::next), share.optionId(), share.percentage()));
        }
        return List.copyOf(shares);
    }
}
