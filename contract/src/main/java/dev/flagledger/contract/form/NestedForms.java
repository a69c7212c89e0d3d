package dev.flagledger.contract.form;

import dev.flagledger.contract.error.text.FieldTexts;
import dev.flagledger.contract.form.value.Coercion;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Reads forms nested in a form. Their errors become errors of the outer form; a wrong or absent one reads as empty. */
public final class NestedForms {

    private NestedForms() {}

    /** An optional list of forms. A value that is no list is reported as an error of the list as a whole. */
    public static Optional<List<Form>> list(Form form, String field) {
        return Fields.items(form, field, form.errors::addOfList).map(items -> {
            var forms = items.stream().map(item -> form(form, item)).toList();
            form.errors.include(field, forms);
            return forms;
        });
    }

    /** A required list of forms that is not empty. */
    public static List<Form> nonEmptyList(Form form, String field) {
        Fields.require(form, field);
        var forms = list(form, field);
        if (forms.filter(List::isEmpty).isPresent()) {
            form.errors.addOfList(field, "This list may not be empty.");
        }
        return forms.orElse(List.of());
    }

    /** A form that may be absent, but not null. */
    public static Optional<Form> optional(Form parent, String field) {
        if (!parent.has(field)) {
            return Optional.empty();
        }
        if (parent.raw(field).isNull()) {
            parent.reject(field, FieldTexts.NOT_NULL);
            return Optional.empty();
        }
        var form = form(parent, parent.raw(field));
        parent.errors.include(field, form);
        return Optional.of(form);
    }

    /** A required form. Empty only if the field is absent or null, which is reported. */
    public static Optional<Form> required(Form parent, String field) {
        Fields.require(parent, field);
        return optional(parent, field);
    }

    static Form form(Form parent, JsonNode item) {
        if (item instanceof ObjectNode object) {
            return parent.nested(object);
        }
        var wrong = parent.nested(JsonNodeFactory.instance.objectNode());
        wrong.reject(FieldTexts.NON_FIELD_ERRORS, FieldTexts.notAnObject(Coercion.typeName(item)));
        wrong.errors.close();
        return wrong;
    }
}
