package dev.flagledger.query.sdk.traits;

import dev.flagledger.contract.error.text.FieldTexts;
import dev.flagledger.contract.form.Form;
import dev.flagledger.contract.form.NestedForms;
import dev.flagledger.query.sdk.identities.IdentityRequest;
import dev.flagledger.query.sdk.identities.TraitForm;
import dev.flagledger.query.sdk.identities.TraitInput;
import org.jspecify.annotations.Nullable;

/** A trait, and whom it is of. */
record TraitOfIdentity(String identifier, TraitInput trait) {

    private static final String VALUE = "trait_value";

    /** As it was told. */
    View view() {
        return new View(new Whom(identifier), trait.plain(), trait.key());
    }

    /** What is answered. */
    record View(Whom identity, @Nullable Object traitValue, String traitKey) {}

    /** Names an identity. */
    record Whom(String identifier) {}

    /** Whether the form says that there is no such trait. */
    static boolean isNone(Form form) {
        return form.has(VALUE) && form.raw(VALUE).isNull();
    }

    /** A trait that must have a value. */
    static TraitOfIdentity read(Form form) {
        if (!form.has(VALUE)) {
            form.reject(VALUE, FieldTexts.REQUIRED);
        } else if (isNone(form)) {
            form.reject(VALUE, FieldTexts.NOT_NULL);
        }
        return readAny(form);
    }

    /** The same for one that may have none. */
    static TraitOfIdentity readAny(Form form) {
        var identifier = NestedForms.required(form, "identity")
                .map(identity -> identity.text("identifier", IdentityRequest.MAX_IDENTIFIER))
                .orElse("");
        return new TraitOfIdentity(identifier, TraitForm.value(form, TraitForm.key(form), false));
    }
}
