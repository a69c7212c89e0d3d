package dev.flagledger.command.flag.form;

import dev.flagledger.api.flag.FeatureValue;
import dev.flagledger.contract.form.Form;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** Reads the type of a value. */
public final class ValueTypeField {

    public static final List<String> NAMES = Arrays.stream(FeatureValue.Type.values())
            .map(FeatureValue.Type::wireName)
            .toList();

    private ValueTypeField() {}

    /** The type in the request, or the current one if omitted. Null is read as text. */
    public static FeatureValue.Type read(Form form, FeatureValue.Type current) {
        var name = form.choiceOrNull("type", NAMES, current.wireName());
        return name == null ? FeatureValue.Type.UNICODE : FeatureValue.Type.valueOf(name.toUpperCase(Locale.ROOT));
    }
}
