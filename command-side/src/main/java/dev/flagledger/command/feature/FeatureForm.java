package dev.flagledger.command.feature;

import dev.flagledger.api.feature.FeatureDetails;
import dev.flagledger.api.feature.FeatureType;
import dev.flagledger.api.feature.MultivariateOption;
import dev.flagledger.api.feature.Owners;
import dev.flagledger.api.metadata.ContentType;
import dev.flagledger.command.feature.owner.PossibleOwners;
import dev.flagledger.command.metadata.MetadataForm;
import dev.flagledger.contract.error.InvalidInput;
import dev.flagledger.contract.error.text.FieldTexts;
import dev.flagledger.contract.error.text.project.FeatureTexts;
import dev.flagledger.contract.form.Form;
import dev.flagledger.contract.form.IdFields;
import dev.flagledger.contract.form.NestedForms;
import dev.flagledger.engine.evaluation.pattern.PythonPattern;
import dev.flagledger.engine.state.Installation;
import dev.flagledger.engine.state.project.Feature;
import dev.flagledger.engine.state.project.Project;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads a feature from a request. */
public final class FeatureForm {

    private static final int MAX_NAME = 2_000;
    private static final int MAX_VALUE = 20_000;
    private static final String NAME = "name";
    private static final String OWNERS = "owners";
    private static final String GROUP_OWNERS = "group_owners";
    private static final String OPTIONS = "multivariate_options";
    private static final List<String> TYPES = Stream.concat(
                    Stream.of(""), Arrays.stream(FeatureType.values()).map(FeatureType::name))
            .toList();

    private FeatureForm() {}

    /** The name of a new feature, which must match the project's pattern. */
    public static String name(Form form, Project project) {
        var name = form.text(NAME, MAX_NAME);
        var regex = project.settings().featureNameRegex();
        if (regex != null && !regex.isEmpty() && !matches(regex, name)) {
            form.reject(NAME, FeatureTexts.nameMismatch(regex));
        }
        return name;
    }

    /** As in Flagsmith, {@code true} becomes the text {@code True} and {@code false} becomes null. */
    public static @Nullable String initialValue(Form form) {
        var raw = form.raw("initial_value");
        return raw.isBoolean() && raw.asBoolean() ? "True" : form.textOrNull("initial_value", MAX_VALUE, null);
    }

    /** The type; null if omitted. */
    static @Nullable FeatureType type(Form form) {
        var type = form.choiceOrNull("type", TYPES, null);
        return type == null || type.isEmpty() ? null : FeatureType.valueOf(type);
    }

    static FeatureDetails details(Form form, Installation installation, Project project, FeatureDetails current) {
        return new FeatureDetails(
                form.textOrNull("description", Integer.MAX_VALUE, current.description()),
                form.bool("is_archived", current.archived()),
                form.bool("is_server_key_only", current.serverKeyOnly()),
                tags(form, installation, project, current.tags()),
                new MetadataForm(installation, project, ContentType.FEATURE).read(form));
    }

    private static List<Integer> tags(Form form, Installation installation, Project project, List<Integer> current) {
        var tags = IdFields.list(form, "tags", id -> exists(installation, project, id))
                .orElse(current);
        if (!project.tags().keySet().containsAll(tags)) {
            form.reject(FieldTexts.NON_FIELD_ERRORS, FeatureTexts.FOREIGN_TAG);
        }
        return tags;
    }

    private static boolean exists(Installation installation, Project project, int tagId) {
        return project.tags().containsKey(tagId)
                || installation.projects().values().stream()
                        .anyMatch(other -> other.tags().containsKey(tagId));
    }

    /** The options that the feature shall have, new ones with id 0; null if omitted. */
    static @Nullable List<MultivariateOption> options(Form form, @Nullable Feature current) {
        return NestedForms.list(form, OPTIONS)
                .map(items -> items.stream()
                        .map(item -> OptionForm.nested(item, known(item, current)))
                        .toList())
                .orElse(null);
    }

    /** Rejects options whose default percentages exceed 100 in total. */
    static void checkShares(List<MultivariateOption> options) {
        double sum = options.stream()
                .mapToDouble(MultivariateOption::defaultPercentage)
                .sum();
        if (sum > OptionForm.ALL) {
            throw InvalidInput.fields(Map.of(OPTIONS, List.of(FeatureTexts.INVALID_ALLOCATION)));
        }
    }

    private static MultivariateOption known(Form item, @Nullable Feature current) {
        return Optional.ofNullable(current)
                .map(feature -> feature.options().get(item.raw("id").asInt(0)))
                .orElseGet(OptionForm::blank);
    }

    /** The owners of a new feature; the creator is among them unless other users are given. */
    static Owners owners(Form form, Installation installation, Project project, List<Integer> creator) {
        var owners =
                IdFields.list(form, OWNERS, installation.users()::containsKey).orElse(List.of());
        var excluded = PossibleOwners.withoutAccess(installation, project.id(), owners);
        if (!excluded.isEmpty()) {
            form.reject(OWNERS, FeatureTexts.noAccess(excluded));
        }
        var groups = groupOwners(form, installation, project);
        if (owners.isEmpty() && groups.isEmpty() && project.settings().enforceFeatureOwners()) {
            form.reject(FieldTexts.NON_FIELD_ERRORS, FeatureTexts.OWNER_REQUIRED);
        }
        return new Owners(owners.isEmpty() ? creator : owners, groups);
    }

    private static List<Integer> groupOwners(Form form, Installation installation, Project project) {
        var groups = IdFields.list(form, GROUP_OWNERS, id -> isGroup(installation, id))
                .orElse(List.of());
        var own = PossibleOwners.groups(installation, project.id());
        var foreign = groups.stream().filter(id -> !own.contains(id)).toList();
        if (!foreign.isEmpty()) {
            form.reject(GROUP_OWNERS, FeatureTexts.foreignGroups(foreign));
        }
        return groups;
    }

    private static boolean isGroup(Installation installation, int id) {
        return installation.organisations().values().stream()
                .anyMatch(
                        organisation -> organisation.access().groups().find(id).isPresent());
    }

    /**
     * A pattern that cannot be matched in linear time matches nothing, so that no pattern can keep the server busy.
     */
    private static boolean matches(String regex, String name) {
        var pattern = PythonPattern.of("^" + regex + "$");
        return pattern != null && pattern.matchesStartOf(name);
    }
}
