package dev.flagledger.command.revert;

import dev.flagledger.access.past.AsOf;
import dev.flagledger.contract.form.Form;

/** Reads the body of a request to lead something back. */
final class RevertForm {

    private static final int MAX_LENGTH = 100;

    private RevertForm() {}

    /** Returns the instant or position of the required field. */
    static AsOf asOf(Form form) {
        var text = form.text(AsOf.PARAMETER, MAX_LENGTH);
        form.validate();
        return AsOf.parse(AsOf.PARAMETER, text);
    }
}
