package dev.flagledger.command.flag.form;

import dev.flagledger.contract.error.text.FieldTexts;
import dev.flagledger.contract.error.text.IdentityTexts;
import dev.flagledger.contract.form.Form;
import dev.flagledger.installation.identity.Identities;
import dev.flagledger.installation.identity.KnownIdentity;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Reads the identity that a feature state is for, given by id or identifier. */
@Component
public final class IdentityField {

    private static final String ID = "identity";
    private static final String NAME = "identifier";

    private final Identities identities;

    IdentityField(Identities identities) {
        this.identities = identities;
    }

    /** Whether the request names an identity. */
    public static boolean isPresentIn(Form form) {
        return !form.raw(ID).isNull() || !form.raw(NAME).isNull();
    }

    /** The identity in this environment; empty, with an error on the form, if there is none. */
    public Optional<KnownIdentity> read(Form form, int environmentId) {
        var id = form.integerOrNull(ID, null);
        var found = id == null
                ? Optional.ofNullable(form.textOrNull(NAME, Integer.MAX_VALUE, null))
                        .flatMap(name -> identities.named(environmentId, name))
                : identities.find(environmentId, id);
        if (found.isEmpty()) {
            form.reject(
                    FieldTexts.NON_FIELD_ERRORS,
                    id == null ? IdentityTexts.INVALID_IDENTIFIER : IdentityTexts.NOT_IN_ENVIRONMENT);
        }
        return found;
    }
}
