package dev.flagledger.contract.form.value;

import dev.flagledger.contract.error.text.FieldTexts;
import dev.flagledger.contract.text.PythonText;
import dev.flagledger.engine.text.Blanks;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** Validates texts. */
public final class TextRules {

    private TextRules() {}

    public static String limited(String text, int max) {
        if (text.codePointCount(0, text.length()) > max) {
            throw new InvalidValue("Ensure this field has no more than " + max + " characters.");
        }
        return text;
    }

    public static String notBlank(String text, int max) {
        if (text.isEmpty()) {
            throw new InvalidValue(FieldTexts.NOT_BLANK);
        }
        return limited(text, max);
    }

    public static String email(String text) {
        if (!text.isEmpty() && !EmailRules.isValid(text)) {
            throw new InvalidValue("Enter a valid email address.");
        }
        return text;
    }

    /** Whether a text is an e-mail address of at most this length. */
    public static boolean isEmail(String text, int max) {
        return problemOf(text, max).isEmpty() && EmailRules.isValid(text);
    }

    /** A text or number as text, stripped of surrounding white space; empty for other types. */
    public static Optional<String> textOf(JsonNode node) {
        return Optional.ofNullable(PythonText.of(node)).map(Blanks::strip);
    }

    /** The error of a text that is too long or cannot be stored; empty if it is valid. */
    public static Optional<String> problemOf(String text, int max) {
        try {
            limited(Coercion.wellFormed(text), max);
            return Optional.empty();
        } catch (InvalidValue e) {
            return Optional.of(e.problem());
        }
    }
}
