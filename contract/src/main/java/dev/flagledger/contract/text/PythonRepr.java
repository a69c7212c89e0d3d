package dev.flagledger.contract.text;

import dev.flagledger.engine.text.PythonFloat;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Prints JSON values as Python does: the form in which the values of conditions are stored. */
public final class PythonRepr {

    private PythonRepr() {}

    /** Python's {@code str} of a value: texts unquoted, everything else as {@code repr}. */
    public static String print(JsonNode node) {
        return node.isString() ? node.stringValue() : repr(node);
    }

    private static String repr(JsonNode node) {
        return switch (node) {
            case ArrayNode list -> list.valueStream().map(PythonRepr::repr).collect(Collectors.joining(", ", "[", "]"));
            case ObjectNode dict ->
                dict.propertyStream()
                        .map(entry -> quoted(entry.getKey()) + ": " + repr(entry.getValue()))
                        .collect(Collectors.joining(", ", "{", "}"));
            default -> scalar(node);
        };
    }

    private static String scalar(JsonNode node) {
        return switch (node.getNodeType()) {
            case STRING -> quoted(node.stringValue());
            case BOOLEAN -> node.booleanValue() ? "True" : "False";
            case NUMBER ->
                node.isIntegralNumber() ? node.bigIntegerValue().toString() : PythonFloat.repr(node.doubleValue());
            default -> "None";
        };
    }

    private static String quoted(String text) {
        char quote = text.contains("'") && !text.contains("\"") ? '"' : '\'';
        var result = new StringBuilder().append(quote);
        text.codePoints().forEach(c -> result.append(escaped(c, quote)));
        return result.append(quote).toString();
    }

    private static String escaped(int c, char quote) {
        return switch (c) {
            case '\\' -> "\\\\";
            case '\n' -> "\\n";
            case '\r' -> "\\r";
            case '\t' -> "\\t";
            default -> {
                if (c == quote) {
                    yield "\\" + quote;
                }
                if (isPrintable(c)) {
                    yield Character.toString(c);
                }
                yield (c < 0x100 ? "\\x%02x" : c < 0x10000 ? "\\u%04x" : "\\U%08x").formatted(c);
            }
        };
    }

    private static boolean isPrintable(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> false;
            case Character.SPACE_SEPARATOR -> c == ' ';
            default -> true;
        };
    }
}
