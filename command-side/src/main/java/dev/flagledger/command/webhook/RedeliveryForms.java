package dev.flagledger.command.webhook;

import dev.flagledger.api.webhook.MessageSelection;
import dev.flagledger.api.webhook.MessageSelection.Which;
import dev.flagledger.contract.error.text.FieldTexts;
import dev.flagledger.contract.form.Form;
import java.util.Objects;
import java.util.stream.Stream;

/** Reads which messages of a webhook are to be delivered again. */
final class RedeliveryForms {

    private static final String FROM = "from";
    private static final String TO = "to";
    private static final String FAILED = "failed_since";
    private static final String MISSING = "missing_since";
    private static final String ONE_IS_REQUIRED = "Give either from and to, or failed_since, or missing_since.";
    private static final String REVERSED = "The first number must not be greater than the last one.";

    private RedeliveryForms() {}

    /** Reads a range of numbers or a time. */
    static MessageSelection read(Form form) {
        boolean range = form.has(FROM) || form.has(TO);
        if (Stream.of(range, form.has(FAILED), form.has(MISSING))
                        .filter(given -> given)
                        .count()
                != 1) {
            form.reject(FROM, ONE_IS_REQUIRED);
            form.validate();
        }
        return range ? range(form) : since(form, form.has(FAILED) ? Which.FAILED : Which.MISSING);
    }

    private static MessageSelection range(Form form) {
        int from = form.integer(FROM);
        int to = form.integer(TO);
        form.validate();
        if (from > to) {
            form.reject(FROM, REVERSED);
            form.validate();
        }
        return MessageSelection.range(from, to);
    }

    private static MessageSelection since(Form form, Which which) {
        var field = which == Which.FAILED ? FAILED : MISSING;
        var time = form.timeOrNull(field, null);
        if (time == null) {
            form.reject(field, FieldTexts.REQUIRED);
        }
        form.validate();
        return MessageSelection.since(which, Objects.requireNonNull(time));
    }
}
