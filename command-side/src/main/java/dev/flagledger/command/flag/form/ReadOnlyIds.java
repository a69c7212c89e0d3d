package dev.flagledger.command.flag.form;

import dev.flagledger.contract.error.text.project.FlagTexts;
import dev.flagledger.contract.form.Form;

/** Checks ids that clients may send back as they read them, but not change. */
public final class ReadOnlyIds {

    private ReadOnlyIds() {}

    /** Rejects an id that is not the state's. */
    public static void require(Form form, String field, int id) {
        if (form.integer(field, id) != id) {
            form.reject(field, FlagTexts.fixed(field));
        }
    }
}
