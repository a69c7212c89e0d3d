package dev.flagledger.contract.form;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Reads single fields: what counts if they are absent, null or left empty, and that what cannot be understood is noted. */
final class FieldReader {

    private final ObjectNode body;
    private final boolean html;
    private final Problems problems;

    FieldReader(ObjectNode body, boolean html, Problems problems) {
        this.body = body;
        this.html = html;
        this.problems = problems;
    }

    /** A field that must be there; {@code harmless} is what it reads as while it is wrong. */
    <T> T required(String field, T harmless, Function<JsonNode, T> read) {
        var sent = body.get(field);
        if (sent == null) {
            problems.add(field, "This field is required.");
            return harmless;
        }
        return notNull(field, sent, harmless, read);
    }

    /** A field that may be absent, or left empty in a browser, but not null. */
    <T> T optional(String field, T fallback, Function<JsonNode, T> read) {
        var sent = body.get(field);
        return sent == null || leftEmpty(sent) ? fallback : notNull(field, sent, fallback, read);
    }

    /** A field that may be absent, but is read where it is there, also where it is empty. */
    <T> T present(String field, T fallback, Function<JsonNode, T> read) {
        var sent = body.get(field);
        return sent == null ? fallback : notNull(field, sent, fallback, read);
    }

    /** A field that may be absent or null. */
    <T> @Nullable T nullable(String field, @Nullable T fallback, Function<JsonNode, T> read) {
        var sent = body.get(field);
        if (sent == null) {
            return fallback;
        }
        return sent.isNull() || leftEmpty(sent) ? null : understood(field, sent, fallback, read);
    }

    private <T> T notNull(String field, JsonNode sent, T fallback, Function<JsonNode, T> read) {
        if (sent.isNull()) {
            problems.add(field, "This field may not be null.");
            return fallback;
        }
        return understood(field, sent, fallback, read);
    }

    private <T extends @Nullable Object> T understood(
            String field, JsonNode sent, T fallback, Function<JsonNode, ? extends T> read) {
        try {
            return read.apply(sent);
        } catch (Coercion.Impossible e) {
            problems.add(field, e.problem());
            return fallback;
        }
    }

    private boolean leftEmpty(JsonNode sent) {
        return html && sent.asString("").isEmpty();
    }
}
