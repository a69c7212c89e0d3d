package dev.flagledger.contract.form;

import dev.flagledger.contract.error.text.FieldTexts;
import dev.flagledger.contract.form.value.Coercion;
import dev.flagledger.contract.form.value.InvalidValue;
import dev.flagledger.contract.form.value.TextRules;
import dev.flagledger.contract.text.PythonRepr;
import dev.flagledger.engine.text.Blanks;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;

/** Reads fields of types that few forms have. Errors are collected in the form; a wrong field reads as a harmless value. */
public final class Fields {

    private Fields() {}

    /** A required choice; the first one if it is absent or wrong. */
    public static String choice(Form form, String field, Collection<String> choices) {
        require(form, field);
        return form.choice(field, choices, choices.iterator().next());
    }

    /** A text that may be absent or null, but not blank. */
    public static @Nullable String textOrNull(Form form, String field, int max) {
        return form.raw(field).isNull() ? null : form.text(field, max, "");
    }

    /** Any value as Python prints it, stripped of surrounding white space; null only if the field is absent. */
    public static @Nullable String printed(Form form, String field, int max) {
        if (!form.has(field)) {
            return null;
        }
        var text = Blanks.strip(PythonRepr.print(form.raw(field)));
        TextRules.problemOf(text, max).ifPresent(problem -> form.reject(field, problem));
        return text;
    }

    /** A required list of 32-bit integers; every wrong item is reported, by its index. */
    public static List<Integer> integers(Form form, String field) {
        require(form, field);
        var items = items(form, field, form::reject).orElse(List.of());
        var numbers = new ArrayList<Integer>();
        for (int index = 0; index < items.size(); index++) {
            try {
                numbers.add(Coercion.integer(items.get(index)));
            } catch (InvalidValue e) {
                form.errors.addOfItem(field, index, items.get(index).isNull() ? FieldTexts.NOT_NULL : e.problem());
            }
        }
        return numbers;
    }

    /** A required list of texts that are not blank; every wrong item is reported, by its index. */
    public static List<String> texts(Form form, String field, int max) {
        require(form, field);
        var items = items(form, field, form::reject).orElse(List.of());
        var texts = new ArrayList<String>();
        for (int index = 0; index < items.size(); index++) {
            try {
                texts.add(TextRules.notBlank(Coercion.text(items.get(index)), max));
            } catch (InvalidValue e) {
                form.errors.addOfItem(field, index, items.get(index).isNull() ? FieldTexts.NOT_NULL : e.problem());
            }
        }
        return texts;
    }

    /** An optional list of e-mail addresses; every wrong item is reported, by its index, and left out. */
    public static List<String> emails(Form form, String field, int max) {
        var items = items(form, field, form::reject).orElse(List.of());
        var emails = new ArrayList<String>();
        for (int index = 0; index < items.size(); index++) {
            try {
                var text = Coercion.text(items.get(index));
                emails.add(TextRules.email(TextRules.notBlank(text, max)));
            } catch (InvalidValue e) {
                form.errors.addOfItem(field, index, items.get(index).isNull() ? FieldTexts.NOT_NULL : e.problem());
            }
        }
        return emails;
    }

    /** Reports an absent field; returns whether it is present. */
    static boolean require(Form form, String field) {
        if (!form.has(field)) {
            form.reject(field, FieldTexts.REQUIRED);
        }
        return form.has(field);
    }

    /**
     * The items of an optional list.
     *
     * @param notAList receives the field and the error if the value is of another type
     */
    public static Optional<List<JsonNode>> items(Form form, String field, BiConsumer<String, String> notAList) {
        if (!form.has(field)) {
            return Optional.empty();
        }
        var value = form.raw(field);
        if (value instanceof ArrayNode array) {
            return Optional.of(List.copyOf(array.values()));
        }
        if (value.isNull()) {
            form.reject(field, FieldTexts.NOT_NULL);
        } else {
            notAList.accept(field, FieldTexts.notAList(Coercion.typeName(value)));
        }
        return Optional.empty();
    }
}
