package dev.flagledger.contract.form;

import dev.flagledger.contract.text.PythonRepr;
import dev.flagledger.engine.text.Blanks;
import java.util.Collection;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;

/** Reads what only few forms hold. What is wrong is noted in the form, and reads as some harmless value until then. */
public final class Fields {

    private static final String REQUIRED = "This field is required.";

    private Fields() {}

    /** One of these words, which must be there. The first counts until the form is refused. */
    public static String choice(Form form, String field, Collection<String> words) {
        if (!form.has(field)) {
            form.reject(field, REQUIRED);
        }
        return form.choice(field, words, words.iterator().next());
    }

    /** A text that may be absent or null, but not blank. */
    public static @Nullable String textOrNull(Form form, String field, int max) {
        return form.raw(field).isNull() ? null : form.text(field, max, "");
    }

    /** Whatever is there as Python prints it, without the white space around it; null only if the field is absent. */
    public static @Nullable String printed(Form form, String field, int max) {
        if (!form.has(field)) {
            return null;
        }
        var text = Blanks.strip(PythonRepr.print(form.raw(field)));
        TextRules.problemOf(text, max).ifPresent(problem -> form.reject(field, problem));
        return text;
    }

    /** The id of something that exists, which must be there; 0 if it is wrong. */
    public static int id(Form form, String field, IntPredicate exists) {
        if (!form.has(field)) {
            form.reject(field, REQUIRED);
            return 0;
        }
        return Items.id(form, field, form.raw(field), exists).orElse(0);
    }

    /** The id of something that exists; may be absent or null. */
    public static @Nullable Integer idOrNull(Form form, String field, @Nullable Integer fallback, IntPredicate exists) {
        if (!form.has(field)) {
            return fallback;
        }
        var sent = form.raw(field);
        return sent.isNull() ? null : Items.id(form, field, sent, exists).orElse(fallback);
    }
}
