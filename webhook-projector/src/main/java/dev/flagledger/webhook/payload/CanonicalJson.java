package dev.flagledger.webhook.payload;

import dev.flagledger.engine.text.PythonFloat;
import java.io.StringWriter;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.json.JsonWriteFeature;
import tools.jackson.core.util.DefaultPrettyPrinter;
import tools.jackson.core.util.Separators;
import tools.jackson.core.util.Separators.Spacing;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * Serializes JSON trees in the canonical form of the webhook contract: keys sorted by code point, the separators {@code ", "} and
 * {@code ": "}, and everything but printable ASCII escaped in lower-case hex. Equal trees give equal bytes, on every node and version.
 */
public final class CanonicalJson {

    private static final Comparator<String> BY_CODE_POINT =
            Comparator.comparing(key -> key.codePoints().toArray(), Arrays::compare);

    private static final DefaultPrettyPrinter ONE_LINE = new DefaultPrettyPrinter(Separators.createDefaultInstance()
                    .withObjectNameValueSpacing(Spacing.AFTER)
                    .withObjectEntrySpacing(Spacing.AFTER)
                    .withObjectEmptySeparator("")
                    .withArrayElementSpacing(Spacing.AFTER)
                    .withArrayEmptySeparator(""))
            .withObjectIndenter(new DefaultPrettyPrinter.NopIndenter())
            .withArrayIndenter(new DefaultPrettyPrinter.NopIndenter());

    private static final JsonMapper JSON = JsonMapper.builder(JsonFactory.builder()
                    .enable(JsonWriteFeature.ESCAPE_NON_ASCII)
                    .disable(JsonWriteFeature.WRITE_HEX_UPPER_CASE)
                    .characterEscapes(new DeleteEscaped())
                    .build())
            .defaultPrettyPrinter(ONE_LINE)
            .enable(SerializationFeature.INDENT_OUTPUT)
            .build();

    private CanonicalJson() {}

    /**
     * The bytes of a tree of maps with string keys, lists, strings, integers, doubles, booleans and nulls.
     *
     * @throws IllegalArgumentException if the tree contains anything else, or a double that is not finite
     */
    public static byte[] bytes(Map<String, ? extends @Nullable Object> tree) {
        var text = new StringWriter();
        try (var json = JSON.createGenerator(text)) {
            write(json, tree);
        }
        return text.toString().getBytes(StandardCharsets.US_ASCII);
    }

    private static void write(JsonGenerator json, @Nullable Object node) {
        switch (node) {
            case null -> json.writeNull();
            case Map<?, ?> map -> {
                json.writeStartObject();
                map.keySet().stream()
                        .map(CanonicalJson::name)
                        .sorted(BY_CODE_POINT)
                        .forEach(key -> {
                            json.writeName(key);
                            write(json, map.get(key));
                        });
                json.writeEndObject();
            }
            case List<?> list -> {
                json.writeStartArray();
                list.forEach(element -> write(json, element));
                json.writeEndArray();
            }
            case String string -> json.writeString(string);
            case Boolean bool -> json.writeBoolean(bool);
            case Integer number -> json.writeNumber(number);
            case Long number -> json.writeNumber(number);
            case BigInteger number -> json.writeNumber(number);
            case Double number -> json.writeNumber(PythonFloat.text(number));
            default -> throw new IllegalArgumentException("No JSON form for " + node.getClass());
        }
    }

    private static String name(@Nullable Object key) {
        if (key instanceof String name) {
            return name;
        }
        throw new IllegalArgumentException("No JSON name: " + key);
    }
}
