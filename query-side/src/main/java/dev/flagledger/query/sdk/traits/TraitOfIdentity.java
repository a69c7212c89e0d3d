package dev.flagledger.query.sdk.traits;

import dev.flagledger.contract.error.text.FieldTexts;
import dev.flagledger.contract.form.Form;
import dev.flagledger.contract.form.NestedForms;
import dev.flagledger.contract.view.identity.ReportedTraitView;
import dev.flagledger.query.sdk.identities.request.IdentityRequest;
import dev.flagledger.query.sdk.identities.request.TraitForm;
import dev.flagledger.query.sdk.identities.request.TraitInput;

/** A reported trait of an identity. */
record TraitOfIdentity(String identifier, TraitInput trait) {

    private static final String VALUE = "trait_value";

    /** Returns the response, which repeats the request. */
    ReportedTraitView view() {
        return ReportedTraitView.of(identifier, trait.plain(), trait.key());
    }

    /** Returns whether the form removes the trait. */
    static boolean isNone(Form form) {
        return form.has(VALUE) && form.raw(VALUE).isNull();
    }

    /** Reads a trait that must have a value. */
    static TraitOfIdentity read(Form form) {
        if (!form.has(VALUE)) {
            form.reject(VALUE, FieldTexts.REQUIRED);
        } else if (isNone(form)) {
            form.reject(VALUE, FieldTexts.NOT_NULL);
        }
        return readAny(form);
    }

    /** Reads a trait that may have no value, which removes it. */
    static TraitOfIdentity readAny(Form form) {
        var identifier = NestedForms.required(form, "identity")
                .map(identity -> identity.text("identifier", IdentityRequest.MAX_IDENTIFIER))
                .orElse("");
        return new TraitOfIdentity(identifier, TraitForm.value(form, TraitForm.key(form), false));
    }
}
