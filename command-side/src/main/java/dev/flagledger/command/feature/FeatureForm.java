package dev.flagledger.command.feature;

import dev.flagledger.api.feature.FeatureDetails;
import dev.flagledger.api.feature.FeatureType;
import dev.flagledger.api.feature.MultivariateOption;
import dev.flagledger.api.metadata.ContentType;
import dev.flagledger.command.metadata.MetadataForm;
import dev.flagledger.contract.error.InvalidInput;
import dev.flagledger.contract.form.Form;
import dev.flagledger.contract.form.Items;
import dev.flagledger.engine.evaluation.pattern.PythonPattern;
import dev.flagledger.engine.state.Feature;
import dev.flagledger.engine.state.Installation;
import dev.flagledger.engine.state.Project;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads what a feature is to be from a request. */
public final class FeatureForm {

    private static final int MAX_NAME = 2_000;
    private static final int MAX_VALUE = 20_000;
    private static final String NAME = "name";
    private static final String OWNERS = "owners";
    private static final String WHOLE = "non_field_errors";
    private static final String OPTIONS = "multivariate_options";
    private static final List<String> TYPES = Stream.concat(
                    Stream.of(""), Arrays.stream(FeatureType.values()).map(FeatureType::name))
            .toList();

    private FeatureForm() {}

    /** A new feature's name, as the project wants names to be. */
    public static String name(Form form, Project project) {
        var name = form.text(NAME, MAX_NAME);
        var regex = project.settings().featureNameRegex();
        if (regex != null && !regex.isEmpty() && !matches(regex, name)) {
            form.reject(NAME, "Feature name must match regex: ^" + regex + "$");
        }
        return name;
    }

    /** Flagsmith takes {@code true} for the text {@code True}, and {@code false} for no text at all. */
    public static @Nullable String initialValue(Form form) {
        var raw = form.raw("initial_value");
        return raw.isBoolean() && raw.asBoolean() ? "True" : form.textOrNull("initial_value", MAX_VALUE, null);
    }

    /** What the request says that the feature is; null if it leaves that to what there is. */
    static @Nullable FeatureType type(Form form) {
        var type = form.choiceOrNull("type", TYPES, null);
        return type == null || type.isEmpty() ? null : FeatureType.valueOf(type);
    }

    static FeatureDetails details(Form form, Installation installation, Project project, FeatureDetails now) {
        return new FeatureDetails(
                form.textOrNull("description", Integer.MAX_VALUE, now.description()),
                form.bool("is_archived", now.archived()),
                form.bool("is_server_key_only", now.serverKeyOnly()),
                tags(form, installation, project, now.tags()),
                new MetadataForm(installation, project, ContentType.FEATURE).read(form));
    }

    private static List<Integer> tags(Form form, Installation installation, Project project, List<Integer> now) {
        var tags =
                Items.ids(form, "tags", id -> exists(installation, project, id)).orElse(now);
        if (!project.tags().keySet().containsAll(tags)) {
            form.reject(WHOLE, "Selected Tags must be from the same Project as current Feature");
        }
        return tags;
    }

    private static boolean exists(Installation installation, Project project, int tagId) {
        return project.tags().containsKey(tagId)
                || installation.projects().values().stream()
                        .anyMatch(other -> other.tags().containsKey(tagId));
    }

    /** The options that a feature is to have, those without a place yet with id 0; null if nothing is said of them. */
    static @Nullable List<MultivariateOption> options(Form form, @Nullable Feature now) {
        return Items.forms(form, OPTIONS)
                .map(items -> items.stream()
                        .map(item -> OptionForm.nested(item, known(item, now)))
                        .toList())
                .orElse(null);
    }

    /** Refuses options that are sound, each by itself, but want more together than there is. */
    static void checkShares(List<MultivariateOption> options) {
        double sum = options.stream()
                .mapToDouble(MultivariateOption::defaultPercentage)
                .sum();
        if (sum > OptionForm.ALL) {
            throw InvalidInput.fields(Map.of(OPTIONS, List.of("Invalid percentage allocation")));
        }
    }

    private static MultivariateOption known(Form item, @Nullable Feature now) {
        return Optional.ofNullable(now)
                .map(feature -> feature.options().get(item.raw("id").asInt(0)))
                .orElseGet(OptionForm::blank);
    }

    /** The owners that a new feature is to have; whoever creates it, if nobody is named. */
    static List<Integer> owners(Form form, Installation installation, Project project, List<Integer> creator) {
        var owners = Items.ids(form, OWNERS, installation.users()::containsKey).orElse(List.of());
        var strangers = OwnerController.strangers(installation, project.id(), owners);
        if (!strangers.isEmpty()) {
            form.reject(OWNERS, "Users with ids " + strangers + " do not have access to this project.");
        }
        Items.ids(form, "group_owners", _ -> false);
        if (owners.isEmpty() && project.settings().enforceFeatureOwners()) {
            form.reject(WHOLE, "This project requires at least one owner or group owner when creating a feature.");
        }
        return owners.isEmpty() ? creator : owners;
    }

    /** A pattern that cannot be matched in linear time matches nothing: no pattern may keep the server busy. */
    private static boolean matches(String regex, String name) {
        var pattern = PythonPattern.of("^" + regex + "$");
        return pattern != null && pattern.matchesStartOf(name);
    }
}
