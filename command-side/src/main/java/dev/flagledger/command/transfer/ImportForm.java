package dev.flagledger.command.transfer;

import dev.flagledger.api.flag.FeatureValue;
import dev.flagledger.command.feature.FeatureForm;
import dev.flagledger.command.flag.form.ValueTypeField;
import dev.flagledger.command.transfer.ImportedFeature.Option;
import dev.flagledger.contract.error.text.FieldTexts;
import dev.flagledger.contract.error.text.project.FeatureTexts;
import dev.flagledger.contract.error.text.project.FlagTexts;
import dev.flagledger.contract.form.Fields;
import dev.flagledger.contract.form.Form;
import dev.flagledger.contract.form.NestedForms;
import dev.flagledger.engine.state.project.Project;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/**
 * Reads an export file, and validates all of it before anything is applied. Features created by an import need nothing
 * that a file cannot contain, such as required custom fields.
 */
final class ImportForm {

    /** The field that holds the file. */
    static final String FILE = "file";

    private static final int MAX_VALUE = 20_000;
    private static final double ALL = 100;
    private static final String VALUE = "value";
    private static final String TYPE = "type";
    private static final String ENABLED = "enabled";
    private static final String DEFAULT_ENABLED = "default_enabled";
    private static final String SERVER_KEY_ONLY = "is_server_key_only";
    private static final String INITIAL_VALUE = "initial_value";
    private static final String OPTIONS = "multivariate";
    private static final String SHARE = "percentage_allocation";
    private static final String DEFAULT_SHARE = "default_percentage_allocation";
    private static final List<String> STRATEGIES =
            Arrays.stream(ImportStrategy.values()).map(ImportStrategy::name).toList();

    private ImportForm() {}

    static ImportStrategy strategy(Form form) {
        return ImportStrategy.valueOf(Fields.choice(form, "strategy", STRATEGIES));
    }

    /** The features; empty if the file is invalid. */
    static List<ImportedFeature> features(Form form, Project project) {
        var names = new FeatureNames(project);
        return NestedForms.list(form, FILE).orElse(List.of()).stream()
                .map(item -> feature(item, names))
                .toList();
    }

    private static ImportedFeature feature(Form item, FeatureNames names) {
        require(item, DEFAULT_ENABLED, SERVER_KEY_ONLY, INITIAL_VALUE, ENABLED, VALUE, TYPE, OPTIONS);
        return new ImportedFeature(
                names.read(item),
                item.bool(DEFAULT_ENABLED, false),
                item.bool(SERVER_KEY_ONLY, false),
                FeatureForm.initialValue(item),
                item.bool(ENABLED, false),
                value(item),
                options(item));
    }

    private static List<Option> options(Form item) {
        var options = NestedForms.list(item, OPTIONS).orElse(List.of()).stream()
                .map(ImportForm::option)
                .toList();
        if (sum(options, Option::defaultPercentage) > ALL) {
            item.reject(OPTIONS, FeatureTexts.INVALID_ALLOCATION);
        }
        if (sum(options, Option::percentage) > ALL) {
            item.reject(OPTIONS, FlagTexts.SHARES_EXCEED_ALL);
        }
        return options;
    }

    private static Option option(Form item) {
        require(item, SHARE, DEFAULT_SHARE, VALUE, TYPE);
        return new Option(value(item), item.percentage(SHARE, 0), item.percentage(DEFAULT_SHARE, 0));
    }

    private static FeatureValue value(Form item) {
        var type = FeatureValue.Type.valueOf(
                item.choice(TYPE, ValueTypeField.NAMES, FeatureValue.NONE.type().wireName())
                        .toUpperCase(Locale.ROOT));
        return switch (type) {
            case UNICODE -> new FeatureValue(type, item.textOrNull(VALUE, MAX_VALUE, null), null, null);
            case INT -> new FeatureValue(type, null, item.integerOrNull(VALUE, null), null);
            case BOOL -> new FeatureValue(type, null, null, item.boolOrNull(VALUE, null));
        };
    }

    private static double sum(List<Option> options, ToDoubleFunction<Option> share) {
        return options.stream().mapToDouble(share).sum();
    }

    /** A missing field means a damaged file rather than a default. */
    private static void require(Form item, String... fields) {
        for (var field : fields) {
            if (!item.has(field)) {
                item.reject(field, FieldTexts.REQUIRED);
            }
        }
    }
}
