package dev.flagledger.query.sdk.identities.request;

import dev.flagledger.api.identity.Trait;
import dev.flagledger.contract.error.text.SdkTexts;
import dev.flagledger.contract.form.Fields;
import dev.flagledger.contract.form.Form;
import dev.flagledger.contract.form.value.TextRules;
import java.util.Objects;
import tools.jackson.databind.JsonNode;

/** Reads traits, whose values may have any JSON type. Lists and objects are stored as Python prints them. */
public final class TraitForm {

    /** The maximum length of a key, in characters. */
    public static final int MAX_KEY = 200;

    private static final String KEY = "trait_key";
    private static final String VALUE = "trait_value";
    private static final int MAX_TEXT = 2000;

    private TraitForm() {}

    /** Reads key, value and whether the trait is transient. A trait without a value removes the one with its key. */
    static TraitInput read(Form form) {
        var key = key(form);
        boolean isTransient = Boolean.TRUE.equals(form.boolOrNull("transient", false));
        return value(form, key, isTransient);
    }

    /** Returns the key, which is required. */
    public static String key(Form form) {
        return form.text(KEY, MAX_KEY);
    }

    /** Returns a trait with this key and the form's value. */
    public static TraitInput value(Form form, String key, boolean isTransient) {
        var sent = form.raw(VALUE);
        return switch (sent.getNodeType()) {
            case NULL, MISSING -> new TraitInput(null, key, null, null, isTransient);
            case BOOLEAN -> new TraitInput(null, key, Trait.Type.BOOL, sent.asString(), isTransient);
            case NUMBER -> number(form, key, sent, isTransient);
            case STRING -> text(form, key, sent.stringValue(), isTransient);
            default -> {
                var printed = Fields.printed(form, VALUE, Integer.MAX_VALUE);
                yield text(form, key, Objects.requireNonNullElse(printed, ""), isTransient);
            }
        };
    }

    private static TraitInput number(Form form, String key, JsonNode sent, boolean isTransient) {
        if (sent.isIntegralNumber()) {
            return new TraitInput(null, key, Trait.Type.INT, Integer.toString(form.integer(VALUE, 0)), isTransient);
        }
        var number = Objects.requireNonNullElse(form.numberOrNull(VALUE, 0.0), 0.0);
        return new TraitInput(null, key, Trait.Type.FLOAT, Double.toString(number), isTransient);
    }

    private static TraitInput text(Form form, String key, String text, boolean isTransient) {
        if (text.codePointCount(0, text.length()) > MAX_TEXT) {
            form.reject(VALUE, SdkTexts.traitTooLong(MAX_TEXT));
        } else {
            TextRules.problemOf(text, MAX_TEXT).ifPresent(problem -> form.reject(VALUE, problem));
        }
        return new TraitInput(null, key, Trait.Type.UNICODE, text, isTransient);
    }
}
