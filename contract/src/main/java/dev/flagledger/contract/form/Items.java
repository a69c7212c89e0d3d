package dev.flagledger.contract.form;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.IntPredicate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Reads the lists and forms in a form. Each is empty if it is absent or wrong; a list may be sent without items. */
public final class Items {

    private Items() {}

    /** A list of forms, whose problems are this form's. What is no list is wrong as a list of forms, unlike one of values. */
    public static Optional<List<Form>> forms(Form form, String field) {
        return list(form, field, form.problems::addOfList).map(items -> {
            var forms = items.stream().map(item -> form(form, item)).toList();
            form.problems.follow(field, forms);
            return forms;
        });
    }

    /** The same of a list that must be there and not be empty. */
    public static List<Form> filled(Form form, String field) {
        if (!form.has(field)) {
            form.reject(field, "This field is required.");
        }
        var forms = forms(form, field);
        if (forms.filter(List::isEmpty).isPresent()) {
            form.problems.addOfList(field, "This list may not be empty.");
        }
        return forms.orElse(List.of());
    }

    /** A form within the form, whose problems are this form's. It may be absent, but not null. */
    public static Optional<Form> form(Form parent, String field) {
        if (!parent.has(field)) {
            return Optional.empty();
        }
        if (parent.raw(field).isNull()) {
            parent.reject(field, "This field may not be null.");
            return Optional.empty();
        }
        var form = form(parent, parent.raw(field));
        parent.problems.follow(field, form);
        return Optional.of(form);
    }

    /** The same for a form that must be there. */
    public static Optional<Form> requiredForm(Form parent, String field) {
        if (!parent.has(field)) {
            parent.reject(field, "This field is required.");
        }
        return form(parent, field);
    }

    /** Ids of what exists, each once. As upstream, only the first that is wrong is complained of. */
    public static Optional<List<Integer>> ids(Form form, String field, IntPredicate exists) {
        return list(form, field, form::reject).map(items -> {
            var ids = new ArrayList<Integer>();
            for (var item : items) {
                var id = id(form, field, item, exists);
                if (id.isEmpty()) {
                    return List.of();
                }
                if (!ids.contains(id.get())) {
                    ids.add(id.get());
                }
            }
            return List.copyOf(ids);
        });
    }

    /** The id of something that exists; empty if it is absent or wrong. */
    public static Optional<Integer> id(Form form, String field, IntPredicate exists) {
        return form.has(field) ? id(form, field, form.raw(field), exists) : Optional.empty();
    }

    /** A list of 32-bit numbers that must be there; each that is wrong is complained of, by its place. */
    public static List<Integer> integers(Form form, String field) {
        if (!form.has(field)) {
            form.reject(field, "This field is required.");
        }
        var items = list(form, field, form::reject).orElse(List.of());
        var numbers = new ArrayList<Integer>();
        for (int place = 0; place < items.size(); place++) {
            try {
                numbers.add(Coercion.integer(items.get(place)));
            } catch (Coercion.Impossible e) {
                form.problems.addOfItem(
                        field, place, items.get(place).isNull() ? "This field may not be null." : e.problem());
            }
        }
        return numbers;
    }

    private static Optional<List<JsonNode>> list(Form form, String field, BiConsumer<String, String> noList) {
        if (!form.has(field)) {
            return Optional.empty();
        }
        var sent = form.raw(field);
        if (sent instanceof ArrayNode array) {
            return Optional.of(List.copyOf(array.values()));
        }
        if (sent.isNull()) {
            form.reject(field, "This field may not be null.");
        } else {
            noList.accept(field, "Expected a list of items but got type \"" + Coercion.typeName(sent) + "\".");
        }
        return Optional.empty();
    }

    static Form form(Form parent, JsonNode item) {
        if (item instanceof ObjectNode object) {
            return parent.within(object);
        }
        var wrong = parent.within(JsonNodeFactory.instance.objectNode());
        wrong.reject(
                "non_field_errors", "Invalid data. Expected a dictionary, but got " + Coercion.typeName(item) + ".");
        wrong.problems.close();
        return wrong;
    }

    static Optional<Integer> id(Form form, String field, JsonNode item, IntPredicate exists) {
        try {
            int id = Coercion.integer(item);
            if (exists.test(id)) {
                return Optional.of(id);
            }
            form.reject(field, "Invalid pk \"" + id + "\" - object does not exist.");
        } catch (Coercion.Impossible _) {
            form.reject(field, wrongKey(item));
        }
        return Optional.empty();
    }

    /** A number that is too large for an id is one of nothing. */
    private static String wrongKey(JsonNode item) {
        if (item.isNull()) {
            return "This field may not be null.";
        }
        return item.isIntegralNumber()
                ? "Invalid pk \"" + item.bigIntegerValue() + "\" - object does not exist."
                : "Incorrect type. Expected pk value, received " + Coercion.typeName(item) + ".";
    }
}
