package dev.flagledger.contract.form;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What is wrong with a form, by field. */
final class Problems {

    private final Map<String, List<String>> ofFields = new LinkedHashMap<>();
    private final Map<String, List<Form>> within = new LinkedHashMap<>();
    private final Map<String, Form> inside = new LinkedHashMap<>();
    private final Map<String, Map<String, List<String>>> ofItems = new LinkedHashMap<>();

    private boolean closed;

    /** Once, however often it is added. */
    void add(String field, String problem) {
        if (closed) {
            return;
        }
        var known = ofFields.computeIfAbsent(field, _ -> new ArrayList<>());
        if (!known.contains(problem)) {
            known.add(problem);
        }
    }

    /** Keeps out what else would be found wrong with something that is wrong as a whole. */
    void close() {
        closed = true;
    }

    void addOfItem(String field, int place, String problem) {
        addWithin(field, Integer.toString(place), problem);
    }

    /** Of a list of forms as a whole. */
    void addOfList(String field, String problem) {
        addWithin(field, "non_field_errors", problem);
    }

    private void addWithin(String field, String where, String problem) {
        ofItems.computeIfAbsent(field, _ -> new LinkedHashMap<>()).put(where, List.of(problem));
    }

    /** What is wrong with these, now or later, is wrong with the list that the field holds. */
    void follow(String field, List<Form> forms) {
        within.put(field, forms);
    }

    /** The same of the one form that the field holds. */
    void follow(String field, Form form) {
        inside.put(field, form);
    }

    /** A list of problems for each field, or what is wrong with each form of a list, or with each item by its place. */
    Map<String, Object> all() {
        var all = new LinkedHashMap<String, Object>(ofFields);
        within.forEach((field, forms) -> {
            var each = forms.stream().map(form -> form.problems.all()).toList();
            if (!each.stream().allMatch(Map::isEmpty)) {
                all.putIfAbsent(field, each);
            }
        });
        inside.forEach((field, form) -> {
            var problems = form.problems.all();
            if (!problems.isEmpty()) {
                all.putIfAbsent(field, problems);
            }
        });
        ofItems.forEach(all::putIfAbsent);
        return all;
    }
}
