package dev.flagledger.platform.http;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.NullNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The body of a write. Fields are read one by one, each with what counts if it is absent; what is wrong is gathered, and
 * {@link #validate()} refuses the request with all of it at once. Until then a wrong field reads as some harmless value.
 */
public final class Form {

    private final ObjectNode body;
    private final boolean html;
    private final boolean partial;
    private final Map<String, List<String>> problems = new LinkedHashMap<>();

    /**
     * A body that is already parsed.
     *
     * @param html whether a browser's form sent it: one that leaves out a box that is not ticked, and sends as empty text what was
     *     left empty
     * @param partial whether only what changes was sent
     */
    Form(ObjectNode body, boolean html, boolean partial) {
        this.body = body;
        this.html = html;
        this.partial = partial;
    }

    /** Whether the field is there, be it with null. */
    public boolean has(String field) {
        return body.has(field);
    }

    /** The field as it came; JSON null also when it is absent. */
    public JsonNode raw(String field) {
        return body.has(field) ? body.get(field) : NullNode.getInstance();
    }

    /** A text that must be there and not be blank. */
    public String text(String field, int max) {
        return required(field, "", node -> notBlank(Coercion.text(node), max));
    }

    /** A text that may be absent, but not null or blank. */
    public String text(String field, int max, String fallback) {
        return optional(field, fallback, node -> notBlank(Coercion.text(node), max));
    }

    /** A text that may be absent, null or blank. */
    public @Nullable String textOrNull(String field, int max, @Nullable String fallback) {
        return readNullable(field, fallback, node -> limited(Coercion.text(node), max));
    }

    /** A text that may be absent, and blank, but not null. */
    public String textOrBlank(String field, int max, String fallback) {
        var sent = body.get(field);
        return sent == null ? fallback : notNull(field, sent, fallback, node -> limited(Coercion.text(node), max));
    }

    /** A text that must be there, taken as it came: passwords may begin and end with spaces. */
    public String secret(String field, int max) {
        return required(field, "", node -> notBlank(Coercion.untrimmed(node), max));
    }

    /** An e-mail address that must be there. */
    public String email(String field, int max) {
        return required(field, "", node -> email(notBlank(Coercion.text(node), max)));
    }

    /** An e-mail address that may be absent, null or blank. */
    public @Nullable String emailOrNull(String field, int max, @Nullable String fallback) {
        return readNullable(field, fallback, node -> email(limited(Coercion.text(node), max)));
    }

    /** A truth value that may be absent, but not null. */
    public boolean bool(String field, boolean fallback) {
        return optional(field, fallback && !(html && !partial), Coercion::bool);
    }

    /** A truth value that may be absent or null. */
    public @Nullable Boolean boolOrNull(String field, @Nullable Boolean fallback) {
        return readNullable(field, fallback, Coercion::bool);
    }

    /** A 32-bit number that must be there. */
    public int integer(String field) {
        return required(field, 0, Coercion::integer);
    }

    /** A 32-bit number that may be absent, but not null. */
    public int integer(String field, int fallback) {
        return optional(field, fallback, Coercion::integer);
    }

    /** A 32-bit number that may be absent or null. */
    public @Nullable Integer integerOrNull(String field, @Nullable Integer fallback) {
        return readNullable(field, fallback, Coercion::integer);
    }

    /** A text or a number as text, without the white space around it; empty for anything else. */
    public static Optional<String> textOf(JsonNode node) {
        return Optional.ofNullable(PythonText.of(node)).map(PythonText::strip);
    }

    /** What is wrong with a text that is stored under another field's name; empty if nothing is. */
    public static Optional<String> problemOfText(String text, int max) {
        try {
            limited(Coercion.wellFormed(text), max);
            return Optional.empty();
        } catch (Coercion.Impossible e) {
            return Optional.of(e.problem());
        }
    }

    /** Notes that something is wrong with a field; once, however often the field is read. */
    public void reject(String field, String problem) {
        var ofField = problems.computeIfAbsent(field, _ -> new ArrayList<>());
        if (!ofField.contains(problem)) {
            ofField.add(problem);
        }
    }

    /** Refuses the request if anything was wrong. */
    public void validate() {
        if (!problems.isEmpty()) {
            throw InvalidInput.fields(problems);
        }
    }

    private <T> T required(String field, T harmless, Function<JsonNode, T> read) {
        var sent = body.get(field);
        if (sent == null) {
            reject(field, "This field is required.");
            return harmless;
        }
        return notNull(field, sent, harmless, read);
    }

    private <T> T optional(String field, T fallback, Function<JsonNode, T> read) {
        var sent = body.get(field);
        return sent == null || leftEmpty(sent) ? fallback : notNull(field, sent, fallback, read);
    }

    private <T> @Nullable T readNullable(String field, @Nullable T fallback, Function<JsonNode, T> read) {
        var sent = body.get(field);
        if (sent == null) {
            return fallback;
        }
        return sent.isNull() || leftEmpty(sent) ? null : understood(field, sent, fallback, read);
    }

    private <T> T notNull(String field, JsonNode sent, T fallback, Function<JsonNode, T> read) {
        if (sent.isNull()) {
            reject(field, "This field may not be null.");
            return fallback;
        }
        return understood(field, sent, fallback, read);
    }

    private <T extends @Nullable Object> T understood(
            String field, JsonNode sent, T fallback, Function<JsonNode, ? extends T> read) {
        try {
            return read.apply(sent);
        } catch (Coercion.Impossible e) {
            reject(field, e.problem());
            return fallback;
        }
    }

    private boolean leftEmpty(JsonNode sent) {
        return html && sent.asString("").isEmpty();
    }

    private static String limited(String text, int max) {
        if (text.codePointCount(0, text.length()) > max) {
            throw new Coercion.Impossible("Ensure this field has no more than " + max + " characters.");
        }
        return text;
    }

    private static String notBlank(String text, int max) {
        if (text.isEmpty()) {
            throw new Coercion.Impossible("This field may not be blank.");
        }
        return limited(text, max);
    }

    private static String email(String text) {
        if (!text.isEmpty() && !EmailAddress.isValid(text)) {
            throw new Coercion.Impossible("Enter a valid email address.");
        }
        return text;
    }
}
