package dev.flagledger.contract.form;

import dev.flagledger.contract.error.InvalidInput;
import dev.flagledger.contract.form.value.Coercion;
import dev.flagledger.contract.form.value.DateTimeParser;
import dev.flagledger.contract.form.value.TextRules;
import java.time.Instant;
import java.util.Collection;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.NullNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The body of a write, or the query parameters of a read. Fields are read one by one, each with its default; errors are
 * collected, and {@link #validate()} rejects the request with all of them. Until then a wrong field reads as a harmless value.
 */
public final class Form {

    private final ObjectNode body;
    private final boolean html;
    private final boolean partial;
    private final FieldReader fields;
    final FieldErrors errors = new FieldErrors();

    /**
     * A form over a parsed body.
     *
     * @param html whether it comes from an HTML form, which omits unchecked boxes and sends empty inputs as empty texts
     * @param partial whether absent fields keep their values, as in a PATCH
     */
    Form(ObjectNode body, boolean html, boolean partial) {
        this.body = body;
        this.html = html;
        this.partial = partial;
        this.fields = new FieldReader(body, html, errors);
    }

    /** Whether the field is present; it may be null. */
    public boolean has(String field) {
        return body.has(field);
    }

    /** The unparsed value; JSON null if the field is absent. */
    public JsonNode raw(String field) {
        return body.has(field) ? body.get(field) : NullNode.getInstance();
    }

    /** A required text that is not blank. */
    public String text(String field, int max) {
        return fields.required(field, "", node -> TextRules.notBlank(Coercion.text(node), max));
    }

    /** A text that may be absent, but not null or blank. */
    public String text(String field, int max, String fallback) {
        return fields.optional(field, fallback, node -> TextRules.notBlank(Coercion.text(node), max));
    }

    /** A text that may be absent, null or blank. */
    public @Nullable String textOrNull(String field, int max, @Nullable String fallback) {
        return fields.nullable(field, fallback, node -> TextRules.limited(Coercion.text(node), max));
    }

    /** A text that may be absent or blank, but not null. */
    public String textOrBlank(String field, int max, String fallback) {
        return fields.present(field, fallback, node -> TextRules.limited(Coercion.text(node), max));
    }

    /** A required text with its surrounding white space, which passwords may have. */
    public String secret(String field, int max) {
        return fields.required(field, "", node -> TextRules.notBlank(Coercion.untrimmed(node), max));
    }

    /** A required e-mail address. */
    public String email(String field, int max) {
        return fields.required(field, "", node -> TextRules.email(TextRules.notBlank(Coercion.text(node), max)));
    }

    /** An e-mail address that may be absent, null or blank. */
    public @Nullable String emailOrNull(String field, int max, @Nullable String fallback) {
        return fields.nullable(field, fallback, node -> TextRules.email(TextRules.limited(Coercion.text(node), max)));
    }

    /** A boolean that may be absent, but not null. */
    public boolean bool(String field, boolean fallback) {
        return fields.optional(field, fallback && !(html && !partial), Coercion::bool);
    }

    /** A boolean that may be absent or null. */
    public @Nullable Boolean boolOrNull(String field, @Nullable Boolean fallback) {
        boolean none = has(field) && Coercion.isNullWord(raw(field));
        return none ? null : fields.nullable(field, fallback, Coercion::bool);
    }

    /** One of the choices; may be absent, but not null. */
    public String choice(String field, Collection<String> choices, String fallback) {
        return fields.optional(field, fallback, node -> Coercion.choice(node, choices));
    }

    /** One of the choices; may be absent or null. */
    public @Nullable String choiceOrNull(String field, Collection<String> choices, @Nullable String fallback) {
        return fields.nullable(field, fallback, node -> Coercion.choice(node, choices));
    }

    /** A number from 0 to 100 that may be absent, but not null. */
    public double percentage(String field, double fallback) {
        return fields.optional(field, fallback, Coercion::percentage);
    }

    /** A finite number that may be absent or null. */
    public @Nullable Double numberOrNull(String field, @Nullable Double fallback) {
        return fields.nullable(field, fallback, Coercion::number);
    }

    /** A required 32-bit integer. */
    public int integer(String field) {
        return fields.required(field, 0, Coercion::integer);
    }

    /** A 32-bit integer that may be absent, but not null. */
    public int integer(String field, int fallback) {
        return fields.optional(field, fallback, Coercion::integer);
    }

    /** A 32-bit integer that may be absent or null. */
    public @Nullable Integer integerOrNull(String field, @Nullable Integer fallback) {
        return fields.nullable(field, fallback, Coercion::integer);
    }

    /** A date and time, in microseconds, that may be absent or null. */
    public @Nullable Instant timeOrNull(String field, @Nullable Instant fallback) {
        return fields.nullable(field, fallback, DateTimeParser::parse);
    }

    /** Adds an error of a field, unless it has the same one already. */
    public void reject(String field, String problem) {
        errors.add(field, problem);
    }

    /**
     * Ends the reading of the form.
     *
     * @throws InvalidInput with all errors, if there are any
     */
    public void validate() {
        var all = errors.all();
        if (!all.isEmpty()) {
            throw InvalidInput.fields(all);
        }
    }

    /** A copy with another value of one field, or without the field if the value is null. It has no errors. */
    Form with(String field, @Nullable JsonNode value) {
        var changed = body.deepCopy();
        changed.remove(field);
        return new Form(value == null ? changed : changed.set(field, value), html, partial);
    }

    /** A form within this one; see {@link NestedForms}. */
    Form nested(ObjectNode item) {
        return new Form(item, false, partial);
    }
}
