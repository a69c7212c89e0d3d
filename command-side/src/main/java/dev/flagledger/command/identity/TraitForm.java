package dev.flagledger.command.identity;

import dev.flagledger.api.identity.Trait;
import dev.flagledger.contract.form.Form;
import dev.flagledger.contract.view.identity.TraitView;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/**
 * Reads a trait in the form with one field per value type. Only the field of the trait's own type is kept; the value
 * and the type keep their current values where they are omitted.
 */
final class TraitForm {

    private static final String KEY = "trait_key";
    private static final int MAX_KEY = 200;
    private static final int MAX_TEXT = 2000;
    private static final List<String> TYPES =
            Arrays.stream(Trait.Type.values()).map(TraitForm::wireName).toList();

    private TraitForm() {}

    static Trait create(Form form, int id) {
        return trait(form, form.text(KEY, MAX_KEY), new Trait(id, "", Trait.Type.UNICODE, null));
    }

    static void requireKey(Form form) {
        form.text(KEY, MAX_KEY);
    }

    static Trait change(Form form, Trait current) {
        return trait(form, form.text(KEY, MAX_KEY, current.key()), current);
    }

    private static Trait trait(Form form, String key, Trait current) {
        var type = Trait.Type.valueOf(
                form.choice("value_type", TYPES, wireName(current.type())).toUpperCase(Locale.ROOT));
        var text = form.textOrNull(
                "string_value", MAX_TEXT, TraitView.value(current, Trait.Type.UNICODE, Function.identity()));
        var integer = form.integerOrNull("integer_value", TraitView.value(current, Trait.Type.INT, Integer::valueOf));
        var number = form.numberOrNull("float_value", TraitView.value(current, Trait.Type.FLOAT, Double::valueOf));
        var bool = form.boolOrNull("boolean_value", TraitView.value(current, Trait.Type.BOOL, Boolean::valueOf));
        form.validate();
        var value = switch (type) {
            case UNICODE -> text;
            case INT -> integer;
            case FLOAT -> number;
            case BOOL -> bool;
        };
        return new Trait(current.id(), key, type, value == null ? null : value.toString());
    }

    private static String wireName(Trait.Type type) {
        return type.name().toLowerCase(Locale.ROOT);
    }
}
