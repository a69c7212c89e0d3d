package dev.flagledger.engine.evaluation.condition;

import dev.flagledger.engine.evaluation.condition.Value.Text;
import dev.flagledger.engine.evaluation.condition.Value.Whole;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/** Matches texts and integers that are in a list; other values never match. */
record Listing(Set<String> texts) implements Predicate<Value> {

    private static final JsonFactory JSON = new JsonFactory();

    /** Parses the operand: a JSON array or comma-separated texts. */
    static Listing of(String list) {
        var array = list.startsWith("[") ? array(list) : null;
        return new Listing(array == null ? Set.copyOf(List.of(list.split(",", -1))) : array);
    }

    private static @Nullable Set<String> array(String json) {
        try (var parser = JSON.createParser(ObjectReadContext.empty(), json)) {
            parser.nextToken();
            Set<String> texts = new HashSet<>();
            while (parser.nextToken() != JsonToken.END_ARRAY) {
                add(parser, texts);
            }
            return parser.nextToken() == null ? Set.copyOf(texts) : null;
        } catch (JacksonException e) {
            return null;
        }
    }

    /** Nested arrays and objects are skipped. */
    private static void add(JsonParser parser, Set<String> texts) {
        switch (parser.currentToken()) {
            case VALUE_STRING -> texts.add(parser.getString());
            case VALUE_NUMBER_INT ->
                texts.add(Value.of(parser.getBigIntegerValue()).text());
            case VALUE_NUMBER_FLOAT ->
                texts.add(Value.of(parser.getDoubleValue()).text());
            case VALUE_TRUE, VALUE_FALSE ->
                texts.add(Value.of(parser.getBooleanValue()).text());
            case VALUE_NULL -> texts.add(Value.of(null).text());
            default -> parser.skipChildren();
        }
    }

    @Override
    public boolean test(Value value) {
        return switch (value) {
            case Text text -> texts.contains(text.text());
            case Whole number -> texts.contains(number.text());
            default -> false;
        };
    }
}
