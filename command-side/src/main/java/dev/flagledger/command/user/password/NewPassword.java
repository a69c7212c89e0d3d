package dev.flagledger.command.user.password;

import dev.flagledger.contract.error.InvalidInput;
import dev.flagledger.contract.error.text.access.UserTexts;
import dev.flagledger.contract.form.Form;
import dev.flagledger.engine.state.organisation.User;
import java.util.Map;

/** A new password that a form has twice. */
public record NewPassword(String text) {

    private static final String FIELD = "new_password";

    /** The maximum length of passwords, in characters. */
    public static final int MAX_LENGTH = 1_000;

    /**
     * Reads the password and ends the reading of the form.
     *
     * @throws InvalidInput if the form has errors, including those of the password that do not depend on its user
     */
    public static NewPassword of(Form form) {
        var password = form.secret(FIELD, MAX_LENGTH);
        var again = form.secret("re_new_password", MAX_LENGTH);
        PasswordRules.problems(password, "", "", "").forEach(problem -> form.reject(FIELD, problem));
        form.validate();
        if (!password.equals(again)) {
            throw InvalidInput.whole(UserTexts.PASSWORDS_DIFFER);
        }
        return new NewPassword(password);
    }

    /** Requires that the password is not similar to the user's names and address; rejected with all its problems. */
    public void requireUnlike(User user) {
        var problems = PasswordRules.problems(text, user.email(), user.firstName(), user.lastName());
        if (!problems.isEmpty()) {
            throw InvalidInput.fields(Map.of(FIELD, problems));
        }
    }

    @Override
    public String toString() {
        return "NewPassword[]";
    }
}
