package dev.flagledger.contract.form;

import dev.flagledger.contract.text.PythonText;
import dev.flagledger.engine.text.Blanks;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** What a text must be like, beyond being one. */
public final class TextRules {

    private TextRules() {}

    static String limited(String text, int max) {
        if (text.codePointCount(0, text.length()) > max) {
            throw new Coercion.Impossible("Ensure this field has no more than " + max + " characters.");
        }
        return text;
    }

    static String notBlank(String text, int max) {
        if (text.isEmpty()) {
            throw new Coercion.Impossible("This field may not be blank.");
        }
        return limited(text, max);
    }

    static String email(String text) {
        if (!text.isEmpty() && !EmailAddress.isValid(text)) {
            throw new Coercion.Impossible("Enter a valid email address.");
        }
        return text;
    }

    /** A text or a number as text, without the white space around it; empty for anything else. */
    public static Optional<String> textOf(JsonNode node) {
        return Optional.ofNullable(PythonText.of(node)).map(Blanks::strip);
    }

    /** What is wrong with a text that is stored under another field's name; empty if nothing is. */
    public static Optional<String> problemOf(String text, int max) {
        try {
            limited(Coercion.wellFormed(text), max);
            return Optional.empty();
        } catch (Coercion.Impossible e) {
            return Optional.of(e.problem());
        }
    }
}
