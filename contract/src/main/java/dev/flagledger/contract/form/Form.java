package dev.flagledger.contract.form;

import dev.flagledger.contract.error.InvalidInput;
import java.time.Instant;
import java.util.Collection;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.NullNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The body of a write, or the query of a read. Fields are read one by one, each with what counts if it is absent; what is wrong is gathered, and
 * {@link #validate()} refuses the request with all of it at once. Until then a wrong field reads as some harmless value.
 */
public final class Form {

    /** The name under which stands what is wrong with the whole. */
    public static final String WHOLE = "non_field_errors";

    private final ObjectNode body;
    private final boolean html;
    private final boolean partial;
    private final FieldReader fields;
    final Problems problems = new Problems();

    /**
     * A body that is already parsed.
     *
     * @param html whether a browser sent it, which leaves out boxes not ticked and sends as empty what was left empty
     * @param partial whether only what changes was sent
     */
    Form(ObjectNode body, boolean html, boolean partial) {
        this.body = body;
        this.html = html;
        this.partial = partial;
        this.fields = new FieldReader(body, html, problems);
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

    /** A text that may be absent, and blank, but not null. */
    public String textOrBlank(String field, int max, String fallback) {
        return fields.present(field, fallback, node -> TextRules.limited(Coercion.text(node), max));
    }

    /** A text that must be there, taken as it came: passwords may begin and end with spaces. */
    public String secret(String field, int max) {
        return fields.required(field, "", node -> TextRules.notBlank(Coercion.untrimmed(node), max));
    }

    /** An e-mail address that must be there. */
    public String email(String field, int max) {
        return fields.required(field, "", node -> TextRules.email(TextRules.notBlank(Coercion.text(node), max)));
    }

    /** An e-mail address that may be absent, null or blank. */
    public @Nullable String emailOrNull(String field, int max, @Nullable String fallback) {
        return fields.nullable(field, fallback, node -> TextRules.email(TextRules.limited(Coercion.text(node), max)));
    }

    /** A truth value that may be absent, but not null. */
    public boolean bool(String field, boolean fallback) {
        return fields.optional(field, fallback && !(html && !partial), Coercion::bool);
    }

    /** A truth value that may be absent or null. */
    public @Nullable Boolean boolOrNull(String field, @Nullable Boolean fallback) {
        boolean none = has(field) && Coercion.isNoTruth(raw(field));
        return none ? null : fields.nullable(field, fallback, Coercion::bool);
    }

    /** One of these words; may be absent, but not null. */
    public String choice(String field, Collection<String> words, String fallback) {
        return fields.optional(field, fallback, node -> Coercion.choice(node, words));
    }

    /** One of these words; may be absent or null. */
    public @Nullable String choiceOrNull(String field, Collection<String> words, @Nullable String fallback) {
        return fields.nullable(field, fallback, node -> Coercion.choice(node, words));
    }

    /** A number from 0 to 100 that may be absent, but not null. */
    public double percentage(String field, double fallback) {
        return fields.optional(field, fallback, Coercion::percentage);
    }

    /** A number of any size that may be absent or null. */
    public @Nullable Double numberOrNull(String field, @Nullable Double fallback) {
        return fields.nullable(field, fallback, Coercion::number);
    }

    /** A 32-bit number that must be there. */
    public int integer(String field) {
        return fields.required(field, 0, Coercion::integer);
    }

    /** A 32-bit number that may be absent, but not null. */
    public int integer(String field, int fallback) {
        return fields.optional(field, fallback, Coercion::integer);
    }

    /** A 32-bit number that may be absent or null. */
    public @Nullable Integer integerOrNull(String field, @Nullable Integer fallback) {
        return fields.nullable(field, fallback, Coercion::integer);
    }

    /** A point in time, to the microsecond, that may be absent or null. */
    public @Nullable Instant timeOrNull(String field, @Nullable Instant fallback) {
        return fields.nullable(field, fallback, WrittenTime::read);
    }

    /** Notes that something is wrong with a field; once, however often the field is read. */
    public void reject(String field, String problem) {
        problems.add(field, problem);
    }

    /** Refuses the request if anything was wrong. */
    public void validate() {
        var all = problems.all();
        if (!all.isEmpty()) {
            throw InvalidInput.fields(all);
        }
    }

    /** The same with something else in one field, or without the field; nothing is wrong with it yet. */
    Form with(String field, @Nullable JsonNode content) {
        var changed = body.deepCopy();
        changed.remove(field);
        return new Form(content == null ? changed : changed.set(field, content), html, partial);
    }

    /** A form in a list of this one's, with whose problems this one is refused. */
    Form within(ObjectNode item) {
        return new Form(item, false, partial);
    }
}
