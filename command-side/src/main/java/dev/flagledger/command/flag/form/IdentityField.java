package dev.flagledger.command.flag.form;

import dev.flagledger.contract.form.Form;
import dev.flagledger.installation.identity.Identities;
import dev.flagledger.installation.identity.KnownIdentity;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Reads whom a state is for, if a request says that it is for an identity: by its id or by what it is called. */
@Component
public final class IdentityField {

    private static final String ID = "identity";
    private static final String NAME = "identifier";

    private final Identities identities;

    IdentityField(Identities identities) {
        this.identities = identities;
    }

    /** Whether the request names one. */
    public static boolean in(Form form) {
        return !form.raw(ID).isNull() || !form.raw(NAME).isNull();
    }

    /** The identity of this environment; empty, and a problem of the form, if it has none like that. */
    public Optional<KnownIdentity> read(Form form, int environmentId) {
        var id = form.integerOrNull(ID, null);
        var found = id == null
                ? Optional.ofNullable(form.textOrNull(NAME, Integer.MAX_VALUE, null))
                        .flatMap(name -> identities.named(environmentId, name))
                : identities.find(environmentId, id);
        if (found.isEmpty()) {
            form.reject(Form.WHOLE, id == null ? "Invalid identifier" : "Identity does not exist in environment.");
        }
        return found;
    }
}
