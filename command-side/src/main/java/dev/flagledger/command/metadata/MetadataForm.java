package dev.flagledger.command.metadata;

import dev.flagledger.api.metadata.ContentType;
import dev.flagledger.api.metadata.FieldDefinition;
import dev.flagledger.api.metadata.MetadataValue;
import dev.flagledger.contract.error.text.FieldTexts;
import dev.flagledger.contract.error.text.project.MetadataTexts;
import dev.flagledger.contract.form.Form;
import dev.flagledger.contract.form.IdFields;
import dev.flagledger.contract.form.NestedForms;
import dev.flagledger.engine.state.Installation;
import dev.flagledger.engine.state.metadata.MetadataField;
import dev.flagledger.engine.state.project.Project;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * Reads the custom field values of an environment, a feature or a segment. A request that omits them clears them, and
 * is rejected if a field is required.
 */
public final class MetadataForm {

    private static final String LIST = "metadata";
    private static final int MAX_VALUE = 2_000;
    private static final Pattern INTEGER = Pattern.compile("[+-]?\\d+(_\\d+)*");
    private static final Pattern URL = Pattern.compile("[A-Za-z][A-Za-z0-9+.-]*://[^/?#]+");
    private static final Set<String> TRUTHS = Set.of("true", "false");

    private final Installation installation;
    private final Project project;
    private final ContentType type;

    /** For entities of this type in this project. */
    public MetadataForm(Installation installation, Project project, ContentType type) {
        this.installation = installation;
        this.project = project;
        this.type = type;
    }

    /** The values in the list {@code metadata}; errors are added to the form. */
    public List<MetadataValue> read(Form form) {
        var items = NestedForms.list(form, LIST);
        if (items.isEmpty() && form.has(LIST)) {
            return List.of();
        }
        var seen = new HashSet<Integer>();
        var read = items.orElse(List.of()).stream()
                .map(item -> value(item).filter(value -> isFirst(item, value, seen)))
                .toList();
        var values = read.stream().flatMap(Optional::stream).toList();
        if (values.size() == read.size()) {
            requireAll(form, values);
        }
        return values;
    }

    private Optional<MetadataValue> value(Form item) {
        var value = new MetadataValue(
                IdFields.required(item, "model_field", id -> field(id).isPresent()),
                item.text("field_value", MAX_VALUE));
        var field = field(value.modelFieldId());
        if (field.isEmpty() || value.value().isEmpty()) {
            return Optional.empty();
        }
        var definition = field.get().definition();
        if (!accepts(definition.type(), value.value())) {
            item.reject(FieldTexts.NON_FIELD_ERRORS, MetadataTexts.invalidValue(definition.name()));
            return Optional.empty();
        }
        return Optional.of(value);
    }

    private static boolean isFirst(Form item, MetadataValue value, Set<Integer> seen) {
        boolean first = seen.add(value.modelFieldId());
        if (!first) {
            item.reject(FieldTexts.NON_FIELD_ERRORS, MetadataTexts.NOT_UNIQUE);
        }
        return first;
    }

    private void requireAll(Form form, List<MetadataValue> values) {
        var written = values.stream()
                .flatMap(value -> field(value.modelFieldId()).stream())
                .toList();
        installation
                .metadata()
                .required(project, type)
                .filter(Predicate.not(written::contains))
                .forEach(field -> form.reject(
                        LIST, MetadataTexts.missing(field.definition().name())));
    }

    /** The attached field, if entities of this type in this project may have it. */
    private Optional<MetadataField> field(int attachmentId) {
        return installation
                .metadata()
                .attached(attachmentId)
                .filter(field -> field.isFor(project))
                .filter(field -> field.attachedTo(type)
                        .filter(attachment -> attachment.id() == attachmentId)
                        .isPresent());
    }

    private static boolean accepts(FieldDefinition.Type type, String value) {
        return switch (type) {
            case STR, MULTILINE_STR -> true;
            case INT -> INTEGER.matcher(value).matches();
            case BOOL -> TRUTHS.contains(value.toLowerCase(Locale.ROOT));
            case URL -> URL.matcher(value).lookingAt();
        };
    }
}
