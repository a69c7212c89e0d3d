package dev.flagledger.contract.form;

import dev.flagledger.contract.error.text.FieldTexts;
import dev.flagledger.contract.form.value.Coercion;
import dev.flagledger.contract.form.value.InvalidValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Reads fields that hold ids, and reports ids of objects that do not exist. */
public final class IdFields {

    private IdFields() {}

    /** A required id; 0 if it is absent or wrong. */
    public static int required(Form form, String field, IntPredicate exists) {
        return Fields.require(form, field)
                ? id(form, field, form.raw(field), exists).orElse(0)
                : 0;
    }

    /** An id that may be absent, but not null; empty if it is absent or wrong. */
    public static Optional<Integer> optional(Form form, String field, IntPredicate exists) {
        return form.has(field) ? id(form, field, form.raw(field), exists) : Optional.empty();
    }

    /** An id that may be absent or null. */
    public static @Nullable Integer nullable(Form form, String field, @Nullable Integer fallback, IntPredicate exists) {
        if (!form.has(field)) {
            return fallback;
        }
        var value = form.raw(field);
        return value.isNull() ? null : id(form, field, value, exists).orElse(fallback);
    }

    /** An optional list of ids, without duplicates. As in Flagsmith, only the first wrong one is reported. */
    public static Optional<List<Integer>> list(Form form, String field, IntPredicate exists) {
        return Fields.items(form, field, form::reject).map(items -> {
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

    private static Optional<Integer> id(Form form, String field, JsonNode value, IntPredicate exists) {
        try {
            int id = Coercion.integer(value);
            if (exists.test(id)) {
                return Optional.of(id);
            }
            form.reject(field, FieldTexts.noSuchObject(id));
        } catch (InvalidValue _) {
            form.reject(field, invalid(value));
        }
        return Optional.empty();
    }

    /** An integer outside of the range of ids is reported as an id that does not exist. */
    private static String invalid(JsonNode value) {
        if (value.isNull()) {
            return FieldTexts.NOT_NULL;
        }
        return value.isIntegralNumber()
                ? FieldTexts.noSuchObject(value.bigIntegerValue())
                : "Incorrect type. Expected pk value, received " + Coercion.typeName(value) + ".";
    }
}
