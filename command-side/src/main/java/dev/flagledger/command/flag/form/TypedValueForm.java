package dev.flagledger.command.flag.form;

import dev.flagledger.api.flag.FeatureValue;
import dev.flagledger.contract.form.Form;
import dev.flagledger.contract.form.NestedForms;

/**
 * Reads a feature state's value in the form with one field per type. Only the field of the value's own type is kept;
 * the value and the type keep their current values where they are omitted.
 */
final class TypedValueForm {

    private TypedValueForm() {}

    /** The value in the request, or the current one if omitted. */
    static FeatureValue read(Form form, FeatureValue current) {
        return NestedForms.optional(form, ValueForm.FIELD)
                .map(value -> of(value, current))
                .orElse(current);
    }

    private static FeatureValue of(Form value, FeatureValue current) {
        var text = value.textOrNull("string_value", StateFields.MAX_TEXT, current.text());
        var number = value.integerOrNull("integer_value", current.number());
        var bool = value.boolOrNull("boolean_value", current.bool());
        var type = ValueTypeField.read(value, current.type());
        return switch (type) {
            case UNICODE -> new FeatureValue(type, text, null, null);
            case INT -> new FeatureValue(type, null, number, null);
            case BOOL -> new FeatureValue(type, null, null, bool);
        };
    }
}
