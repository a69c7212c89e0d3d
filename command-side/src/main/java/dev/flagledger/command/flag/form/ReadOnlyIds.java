package dev.flagledger.command.flag.form;

import dev.flagledger.contract.form.Form;

/** Clients may send the ids that they read, but not other ones. */
public final class ReadOnlyIds {

    private ReadOnlyIds() {}

    /** Refuses an id in this field that is not the state's. */
    public static void require(Form form, String field, int id) {
        if (form.integer(field, id) != id) {
            form.reject(field, "Cannot change the " + field + " of a feature state");
        }
    }
}
