package dev.flagledger.command.flag.form;

import dev.flagledger.api.flag.FeatureValue;
import dev.flagledger.contract.error.text.FieldTexts;
import dev.flagledger.contract.form.Form;
import dev.flagledger.contract.form.value.TextRules;
import java.util.Optional;

/** Reads a feature state's value in plain notation, where the JSON type determines the value's type. */
final class ValueForm {

    static final String FIELD = "feature_state_value";

    private static final String TEXT_COLUMN = "string_value";

    private ValueForm() {}

    /** The value in the request, or the current one if omitted. */
    static FeatureValue read(Form form, FeatureValue current) {
        if (!form.has(FIELD)) {
            return current;
        }
        var value = form.raw(FIELD);
        return switch (value.getNodeType()) {
            case NULL, MISSING -> FeatureValue.NONE;
            case BOOLEAN -> FeatureValue.of(value.asBoolean());
            case NUMBER -> value.isIntegralNumber() ? number(form, current) : text(form, current);
            case STRING, BINARY, ARRAY, OBJECT, POJO -> text(form, current);
        };
    }

    private static FeatureValue number(Form form, FeatureValue current) {
        var value = form.raw(FIELD);
        if (!value.canConvertToInt()) {
            form.reject(
                    "integer_value",
                    value.bigIntegerValue().signum() > 0
                            ? FieldTexts.atMost(2147483647)
                            : FieldTexts.atLeast(-2147483648));
            return current;
        }
        return FeatureValue.of(value.asInt());
    }

    private static FeatureValue text(Form form, FeatureValue current) {
        var text = TextRules.textOf(form.raw(FIELD));
        var problem = text.map(known -> TextRules.problemOf(known, StateFields.MAX_TEXT))
                .orElse(Optional.of(FieldTexts.NOT_A_STRING));
        problem.ifPresent(known -> form.reject(TEXT_COLUMN, known));
        return text.map(FeatureValue::of).orElse(current);
    }
}
