package dev.flagledger.platform.http;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.NullNode;

/**
 * The body of a write. Fields are read one by one, each with what counts if it is absent; what is wrong is gathered, and
 * {@link #validate()} refuses the request with all of it at once. Until then a wrong field reads as some harmless value.
 */
public final class Form {

    private static final Pattern EMAIL = Pattern.compile("[^@\\s]+@[^@\\s.]+(\\.[^@\\s.]+)+");

    private final JsonNode body;
    private final Map<String, List<String>> problems = new LinkedHashMap<>();

    Form(JsonNode body) {
        this.body = body;
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
        return required(field, "", () -> text(field, max, ""));
    }

    /** A text that may be absent, but not null or blank. */
    public String text(String field, int max, String fallback) {
        return read(field, fallback, node -> notBlank(Coercion.text(node), max));
    }

    /** A text that may be absent, null or blank. */
    public @Nullable String textOrNull(String field, int max, @Nullable String fallback) {
        return readNullable(field, fallback, node -> limited(Coercion.text(node), max));
    }

    /** A text that may be absent, and blank, but not null. */
    public String textOrBlank(String field, int max, String fallback) {
        return read(field, fallback, node -> limited(Coercion.text(node), max));
    }

    /** A text that must be there, taken as it came: passwords may begin and end with spaces. */
    public String secret(String field, int max) {
        return required(field, "", () -> read(field, "", node -> notBlank(Coercion.untrimmed(node), max)));
    }

    /** An e-mail address that must be there. */
    public String email(String field, int max) {
        var email = text(field, max);
        if (!problems.containsKey(field) && !EMAIL.matcher(email).matches()) {
            reject(field, "Enter a valid email address.");
        }
        return email;
    }

    /** A truth value that may be absent, but not null. */
    public boolean bool(String field, boolean fallback) {
        return read(field, fallback, Coercion::bool);
    }

    /** A truth value that may be absent or null. */
    public @Nullable Boolean boolOrNull(String field, @Nullable Boolean fallback) {
        return readNullable(field, fallback, Coercion::bool);
    }

    /** A 32-bit number that must be there. */
    public int integer(String field) {
        return required(field, 0, () -> integer(field, 0));
    }

    /** A 32-bit number that may be absent, but not null. */
    public int integer(String field, int fallback) {
        return read(field, fallback, Coercion::integer);
    }

    /** A 32-bit number that may be absent or null. */
    public @Nullable Integer integerOrNull(String field, @Nullable Integer fallback) {
        return readNullable(field, fallback, Coercion::integer);
    }

    /** A list of 32-bit numbers; empty when it is absent. */
    public List<Integer> integers(String field) {
        return read(field, List.of(), Form::list);
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

    private <T> T required(String field, T harmless, Supplier<T> read) {
        if (!body.has(field)) {
            reject(field, "This field is required.");
            return harmless;
        }
        return read.get();
    }

    private <T> T read(String field, T fallback, Function<JsonNode, T> read) {
        if (body.has(field) && body.get(field).isNull()) {
            reject(field, "This field may not be null.");
            return fallback;
        }
        return body.has(field) ? understood(field, fallback, read) : fallback;
    }

    private <T> @Nullable T readNullable(String field, @Nullable T fallback, Function<JsonNode, T> read) {
        if (!body.has(field)) {
            return fallback;
        }
        return body.get(field).isNull() ? null : understood(field, fallback, read);
    }

    private <T extends @Nullable Object> T understood(String field, T fallback, Function<JsonNode, ? extends T> read) {
        try {
            return read.apply(body.get(field));
        } catch (Coercion.Impossible e) {
            reject(field, e.problem());
            return fallback;
        }
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

    private static List<Integer> list(JsonNode node) {
        if (!node.isArray()) {
            var found = Coercion.typeName(node);
            throw new Coercion.Impossible("Expected a list of items but got type \"" + found + "\".");
        }
        return node.valueStream().map(Coercion::integer).toList();
    }
}
