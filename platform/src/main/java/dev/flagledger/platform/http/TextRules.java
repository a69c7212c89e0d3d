package dev.flagledger.platform.http;

/** What a text must be like, beyond being one. */
final class TextRules {

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
}
