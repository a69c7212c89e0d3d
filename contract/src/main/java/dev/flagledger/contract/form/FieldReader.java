package dev.flagledger.contract.form;

import dev.flagledger.contract.error.text.FieldTexts;
import dev.flagledger.contract.form.value.InvalidValue;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Reads single fields: applies defaults to absent, null and empty ones, and collects an error for each wrong value. */
final class FieldReader {

    private final ObjectNode body;
    private final boolean html;
    private final FieldErrors errors;

    FieldReader(ObjectNode body, boolean html, FieldErrors errors) {
        this.body = body;
        this.html = html;
        this.errors = errors;
    }

    /** A required field; {@code harmless} is its value while it is absent or wrong. */
    <T> T required(String field, T harmless, Function<JsonNode, T> parser) {
        var value = body.get(field);
        if (value == null) {
            errors.add(field, FieldTexts.REQUIRED);
            return harmless;
        }
        return notNull(field, value, harmless, parser);
    }

    /** A field that may be absent, or empty in an HTML form, but not null. */
    <T> T optional(String field, T fallback, Function<JsonNode, T> parser) {
        var value = body.get(field);
        return value == null || isEmptyInput(value) ? fallback : notNull(field, value, fallback, parser);
    }

    /** A field that may be absent, but not null, and whose empty value counts in an HTML form, too. */
    <T> T present(String field, T fallback, Function<JsonNode, T> parser) {
        var value = body.get(field);
        return value == null ? fallback : notNull(field, value, fallback, parser);
    }

    /** A field that may be absent or null, or empty in an HTML form, which means null. */
    <T> @Nullable T nullable(String field, @Nullable T fallback, Function<JsonNode, T> parser) {
        var value = body.get(field);
        if (value == null) {
            return fallback;
        }
        return value.isNull() || isEmptyInput(value) ? null : parsed(field, value, fallback, parser);
    }

    private <T> T notNull(String field, JsonNode value, T fallback, Function<JsonNode, T> parser) {
        if (value.isNull()) {
            errors.add(field, FieldTexts.NOT_NULL);
            return fallback;
        }
        return parsed(field, value, fallback, parser);
    }

    private <T extends @Nullable Object> T parsed(
            String field, JsonNode value, T fallback, Function<JsonNode, ? extends T> parser) {
        try {
            return parser.apply(value);
        } catch (InvalidValue e) {
            errors.add(field, e.problem());
            return fallback;
        }
    }

    private boolean isEmptyInput(JsonNode value) {
        return html && value.asString("").isEmpty();
    }
}
