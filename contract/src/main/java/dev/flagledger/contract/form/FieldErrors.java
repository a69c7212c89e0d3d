package dev.flagledger.contract.form;

import dev.flagledger.contract.error.text.FieldTexts;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The errors of a form, by field. */
final class FieldErrors {

    private final Map<String, List<String>> ofFields = new LinkedHashMap<>();
    private final Map<String, List<Form>> ofLists = new LinkedHashMap<>();
    private final Map<String, Form> ofNested = new LinkedHashMap<>();
    private final Map<String, Map<String, List<String>>> ofItems = new LinkedHashMap<>();

    private boolean closed;

    /** Adds an error of a field, unless the field has it already. */
    void add(String field, String error) {
        if (closed) {
            return;
        }
        var known = ofFields.computeIfAbsent(field, _ -> new ArrayList<>());
        if (!known.contains(error)) {
            known.add(error);
        }
    }

    /** Ignores further errors of single fields, for a form that is wrong as a whole. */
    void close() {
        closed = true;
    }

    void addOfItem(String field, int index, String error) {
        addInside(field, Integer.toString(index), error);
    }

    /** Adds an error of a list of forms as a whole. */
    void addOfList(String field, String error) {
        addInside(field, FieldTexts.NON_FIELD_ERRORS, error);
    }

    private void addInside(String field, String key, String error) {
        ofItems.computeIfAbsent(field, _ -> new LinkedHashMap<>()).put(key, List.of(error));
    }

    /** Includes the errors of a field's list of forms, also those that are found later. */
    void include(String field, List<Form> forms) {
        ofLists.put(field, forms);
    }

    /** Includes the errors of a field's nested form, also those that are found later. */
    void include(String field, Form form) {
        ofNested.put(field, form);
    }

    /**
     * All errors by field, in the shape of Django REST Framework: a list of texts, a map for a nested form, a list of maps for a
     * list of forms, or a map by index for a list of values. Empty if there are none.
     */
    Map<String, Object> all() {
        var all = new LinkedHashMap<String, Object>(ofFields);
        ofLists.forEach((field, forms) -> {
            var each = forms.stream().map(form -> form.errors.all()).toList();
            if (!each.stream().allMatch(Map::isEmpty)) {
                all.putIfAbsent(field, each);
            }
        });
        ofNested.forEach((field, form) -> {
            var errors = form.errors.all();
            if (!errors.isEmpty()) {
                all.putIfAbsent(field, errors);
            }
        });
        ofItems.forEach(all::putIfAbsent);
        return all;
    }
}
