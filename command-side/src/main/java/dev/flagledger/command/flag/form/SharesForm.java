package dev.flagledger.command.flag.form;

import static dev.flagledger.command.flag.form.StateFields.OPTION;
import static dev.flagledger.command.flag.form.StateFields.PERCENTAGE;
import static dev.flagledger.command.flag.form.StateFields.SHARES;

import dev.flagledger.api.flag.Variant;
import dev.flagledger.command.flag.form.StateRequest.Share;
import dev.flagledger.contract.error.InvalidInput;
import dev.flagledger.contract.error.text.FieldTexts;
import dev.flagledger.contract.error.text.project.FlagTexts;
import dev.flagledger.contract.form.Form;
import dev.flagledger.contract.form.NestedForms;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** Reads the variants of a feature state, which replace the current ones as a whole. */
final class SharesForm {

    private static final String TWICE = FlagTexts.OPTION_TWICE;

    private SharesForm() {}

    /** The requested percentages; empty if omitted. */
    static Optional<List<Share>> read(Form form, Set<Integer> optionIds) {
        return NestedForms.list(form, SHARES)
                .map(shares ->
                        shares.stream().map(share -> one(share, optionIds)).toList());
    }

    private static Share one(Form share, Set<Integer> optionIds) {
        int option = share.integer(OPTION);
        if (share.has(OPTION) && !optionIds.contains(option)) {
            share.reject(OPTION, FieldTexts.noSuchObject(option));
        }
        if (!share.has(PERCENTAGE)) {
            share.reject(PERCENTAGE, FieldTexts.REQUIRED);
        }
        return new Share(share.integerOrNull("id", null), option, share.percentage(PERCENTAGE, 0));
    }

    /** The same without ids, for requests that identify variants by option. */
    static List<Share> byOption(List<Share> requested) {
        return requested.stream()
                .map(share -> new Share(share.optionId(), share.percentage()))
                .toList();
    }

    /**
     * Rejects percentages above 100 in total, and options that occur twice.
     *
     * @throws InvalidInput if so
     */
    static void require(List<Share> requested) {
        if (requested.stream().mapToDouble(Share::percentage).sum() > 100) {
            throw InvalidInput.whole(FlagTexts.SHARES_EXCEED_ALL);
        }
        var options = new HashSet<Integer>();
        if (!requested.stream().allMatch(share -> options.add(share.optionId()))) {
            throw InvalidInput.list(TWICE);
        }
    }

    /**
     * As {@link #require(List)}, for requests that identify variants by id: one without an id is new, even if the
     * current one of its option is omitted, and an id may occur only once.
     */
    static void require(List<Share> requested, List<Variant> current) {
        require(requested);
        for (var variant : current) {
            if (requested.stream().filter(share -> isOf(variant, share)).count() > 1) {
                throw InvalidInput.list(TWICE);
            }
        }
        for (var share : requested) {
            boolean doubled = current.stream()
                    .anyMatch(variant -> variant.optionId() == share.optionId() && !isOf(variant, share));
            if (doubled) {
                throw InvalidInput.list(TWICE);
            }
        }
    }

    private static boolean isOf(Variant variant, Share share) {
        return Objects.equals(variant.id(), share.id());
    }
}
