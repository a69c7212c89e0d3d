package dev.flagledger.command.user.mailed;

import dev.flagledger.contract.error.InvalidInput;
import dev.flagledger.contract.error.text.access.UserTexts;
import dev.flagledger.contract.form.Form;
import dev.flagledger.engine.state.Installation;
import dev.flagledger.engine.state.organisation.User;
import java.util.List;
import java.util.Map;

/** The user and the token of a link, as a form sends them back. */
record MailedUser(User user, String token) {

    private static final int MAX_UID = 64;
    private static final int MAX_TOKEN = 255;

    /** The fields of a form, before it is known whether they are valid. */
    record Fields(String uid, String token) {

        static Fields of(Form form) {
            return new Fields(form.text("uid", MAX_UID), form.text("token", MAX_TOKEN));
        }

        /** The user; rejected if there is none. */
        MailedUser in(Installation installation) {
            var user = Uid.parse(uid)
                    .flatMap(installation::user)
                    .filter(known -> !known.hasBeenErased())
                    .orElseThrow(() -> wrong("uid", UserTexts.INVALID_UID));
            return new MailedUser(user, token);
        }
    }

    static InvalidInput wrongToken() {
        return wrong("token", UserTexts.INVALID_TOKEN);
    }

    private static InvalidInput wrong(String field, String problem) {
        return InvalidInput.fields(Map.of(field, List.of(problem)));
    }
}
