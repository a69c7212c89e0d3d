package dev.flagledger.command.feature;

import dev.flagledger.api.feature.MultivariateOption;
import dev.flagledger.api.flag.FeatureValue;
import dev.flagledger.command.flag.form.ValueTypeField;
import dev.flagledger.contract.error.text.FieldTexts;
import dev.flagledger.contract.error.text.project.FeatureTexts;
import dev.flagledger.contract.form.Form;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads a multivariate option. Omitted fields keep their values. */
final class OptionForm {

    static final double ALL = 100;

    private static final int MAX_VALUE = 20_000;
    private static final int MAX_KEY = 255;
    private static final String KEY = "key";
    private static final Pattern SLUG = Pattern.compile("[-A-Za-z0-9_]+");

    private OptionForm() {}

    /** The values of a new option before the request is read. */
    static MultivariateOption blank() {
        return new MultivariateOption(0, UUID.randomUUID(), FeatureValue.NONE, ALL, null);
    }

    /** The option with its id, which is allocated once the form is valid. */
    static MultivariateOption withId(int id, MultivariateOption option) {
        return new MultivariateOption(id, option.uuid(), option.value(), option.defaultPercentage(), option.key());
    }

    /** Reads an option from a request of its own. */
    static MultivariateOption change(Form form, MultivariateOption current) {
        return with(nested(form, current), key(form, current.key()));
    }

    /** Reads an option inside the request for its feature, which cannot set the key. */
    static MultivariateOption nested(Form form, MultivariateOption current) {
        var value = current.value();
        return new MultivariateOption(
                current.id(),
                current.uuid(),
                new FeatureValue(
                        ValueTypeField.read(form, value.type()),
                        form.textOrNull("string_value", MAX_VALUE, value.text()),
                        form.integerOrNull("integer_value", value.number()),
                        form.boolOrNull("boolean_value", value.bool())),
                form.percentage("default_percentage_allocation", current.defaultPercentage()),
                current.key());
    }

    private static MultivariateOption with(MultivariateOption option, @Nullable String key) {
        return new MultivariateOption(option.id(), option.uuid(), option.value(), option.defaultPercentage(), key);
    }

    private static @Nullable String key(Form form, @Nullable String current) {
        var key = form.textOrNull(KEY, MAX_KEY, current);
        if (key == null || key.equals(current)) {
            return key;
        }
        if (key.isEmpty()) {
            form.reject(KEY, FieldTexts.NOT_BLANK);
        } else if (!SLUG.matcher(key).matches()) {
            form.reject(KEY, FeatureTexts.NO_SLUG);
        } else if (key.equals("control")) {
            form.reject(KEY, FeatureTexts.RESERVED_KEY);
        }
        return key;
    }
}
