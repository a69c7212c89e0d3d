package dev.flagledger.command.user.attempt;

import dev.flagledger.access.security.Caller;
import dev.flagledger.command.context.CommandContext;
import dev.flagledger.contract.error.InvalidInput;
import dev.flagledger.contract.error.Refusal;
import dev.flagledger.contract.form.Form;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/**
 * Asks for the owner of an account before what outlives a session: other ways in, and the end of the account. A stolen token is not
 * enough for that; nor is what an organisation's provider says, which counts in that organisation only.
 */
@Component
public class AccountOwner {

    private static final String VOUCHED =
            "Only your organisation says who you are. Set a password by a mail, and log in with it, before.";

    private final CurrentPassword current;

    AccountOwner(CurrentPassword current) {
        this.current = current;
    }

    /**
     * Requires that the caller is the owner of the account, after all other fields of the form have been read.
     *
     * @throws InvalidInput if the form has not the password of the account, or other errors
     * @throws Refusal if the account has no password, and only an organisation vouches for the caller
     */
    public void require(CommandContext context, Form form) {
        if (current.exists(context)) {
            current.require(context, form);
        } else if (isVouchedForByAnOrganisation()) {
            throw Refusal.detail(HttpStatus.FORBIDDEN, VOUCHED);
        }
        form.validate();
    }

    private static boolean isVouchedForByAnOrganisation() {
        var session = Caller.session();
        return session != null && session.way().organisation() != null;
    }
}
