package dev.flagledger.command.flag.update;

import dev.flagledger.api.flag.FeatureValue;
import dev.flagledger.command.flag.form.StateFields;
import dev.flagledger.contract.error.text.FieldTexts;
import dev.flagledger.contract.error.text.project.FlagTexts;
import dev.flagledger.contract.form.Form;
import dev.flagledger.engine.text.InitialValue;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;

/** Reads a value written as text, with its type beside it. */
final class TextValue {

    private static final String TYPE = "type";
    private static final String VALUE = "value";

    private TextValue() {}

    /** @param refuse takes errors about text and type together; errors in either are added to the form */
    static FeatureValue read(Form form, Consumer<String> refuse) {
        if (!form.has(TYPE)) {
            form.reject(TYPE, FieldTexts.REQUIRED);
        }
        if (!form.has(VALUE)) {
            form.reject(VALUE, FieldTexts.REQUIRED);
        }
        var text = form.textOrBlank(VALUE, StateFields.MAX_TEXT, "");
        return switch (form.choice(TYPE, List.of("string", "integer", "boolean"), "string")) {
            case "integer" -> integer(text, refuse);
            case "boolean" -> bool(text, refuse);
            default -> FeatureValue.of(text);
        };
    }

    private static FeatureValue integer(String text, Consumer<String> refuse) {
        try {
            return FeatureValue.of(Integer.parseInt(text));
        } catch (NumberFormatException _) {
            var number = InitialValue.parse(text);
            if (number.type() != FeatureValue.Type.INT) {
                refuse.accept(FlagTexts.notAnInteger(text));
            }
            return number;
        }
    }

    private static FeatureValue bool(String text, Consumer<String> refuse) {
        var word = text.toLowerCase(Locale.ROOT);
        if (!word.equals("true") && !word.equals("false")) {
            refuse.accept(FlagTexts.notABoolean(text));
        }
        return FeatureValue.of(word.equals("true"));
    }
}
