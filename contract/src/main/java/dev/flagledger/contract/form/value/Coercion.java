package dev.flagledger.contract.form.value;

import dev.flagledger.contract.error.text.FieldTexts;
import dev.flagledger.contract.text.PythonText;
import dev.flagledger.engine.text.Blanks;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Set;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/** Converts JSON values to Java types, leniently by the rules of Django REST Framework 3.15. */
public final class Coercion {

    /** The error of a value that is no integer. */
    public static final String INTEGER_REQUIRED = "A valid integer is required.";

    private static final Set<String> TRUE =
            Set.of("t", "T", "y", "Y", "yes", "Yes", "YES", "true", "True", "TRUE", "on", "On", "ON", "1");
    private static final Set<String> FALSE =
            Set.of("f", "F", "n", "N", "no", "No", "NO", "false", "False", "FALSE", "off", "Off", "OFF", "0");
    private static final Set<String> NULL_WORDS = Set.of("", "null", "Null", "NULL");
    private static final Pattern INTEGER = Pattern.compile("([+-]?[0-9]+)(\\.0*)?");
    private static final Pattern NUMBER = Pattern.compile("[+-]?([0-9]++(\\.[0-9]*+)?|\\.[0-9]++)([eE][+-]?[0-9]++)?");
    private static final int LONGEST = 1000;
    private static final BigInteger LARGEST = BigInteger.valueOf(Integer.MAX_VALUE);
    private static final BigInteger SMALLEST = BigInteger.valueOf(Integer.MIN_VALUE);

    private Coercion() {}

    /** A text or number as text, stripped of surrounding white space. */
    public static String text(JsonNode node) {
        return Blanks.strip(untrimmed(node));
    }

    public static String untrimmed(JsonNode node) {
        var text = PythonText.of(node);
        if (text == null) {
            throw new InvalidValue(FieldTexts.NOT_A_STRING);
        }
        return wellFormed(text);
    }

    /** Rejects texts with characters that cannot be stored. */
    public static String wellFormed(String text) {
        if (text.indexOf('\0') >= 0) {
            throw new InvalidValue("Null characters are not allowed.");
        }
        // A lone surrogate can be stored neither in UTF-8 nor by PostgreSQL.
        if (!StandardCharsets.UTF_8.newEncoder().canEncode(text)) {
            throw new InvalidValue(FieldTexts.NOT_A_STRING);
        }
        return text;
    }

    public static Boolean bool(JsonNode node) {
        var number = node.isNumber() ? node.doubleValue() : Double.NaN;
        var word = node.isBoolean() || node.isString() ? node.asString() : "";
        if (number == 1 || TRUE.contains(word)) {
            return true;
        }
        if (number == 0 || FALSE.contains(word)) {
            return false;
        }
        throw new InvalidValue("Must be a valid boolean.");
    }

    /** Whether the value means null, for nullable booleans. */
    public static boolean isNullWord(JsonNode node) {
        return NULL_WORDS.contains(node.asString("-"));
    }

    public static String choice(JsonNode node, Collection<String> words) {
        var word = PythonText.of(node);
        if (word == null || !words.contains(word)) {
            throw new InvalidValue("\"" + (word == null ? node.toString() : word) + "\" is not a valid choice.");
        }
        return word;
    }

    public static Double percentage(JsonNode node) {
        double number = number(node);
        if (number > 100) {
            throw new InvalidValue("Ensure this value is less than or equal to 100.");
        }
        if (number < 0) {
            throw new InvalidValue("Ensure this value is greater than or equal to 0.");
        }
        // Negative zero would be serialized with its sign.
        return number == 0 ? 0.0 : number;
    }

    public static Double number(JsonNode node) {
        var text = PythonText.of(node);
        if (text != null && text.length() > LONGEST) {
            throw new InvalidValue("String value too large.");
        }
        var number = NUMBER.matcher(text == null ? "" : Blanks.strip(text));
        if (!number.matches() || Double.isInfinite(Double.parseDouble(number.group()))) {
            throw new InvalidValue("A valid number is required.");
        }
        return Double.parseDouble(number.group());
    }

    public static Integer integer(JsonNode node) {
        var text = PythonText.of(node);
        if (text != null && text.length() > LONGEST) {
            throw new InvalidValue("String value too large.");
        }
        var digits = INTEGER.matcher(text == null ? "" : Blanks.strip(text));
        if (!digits.matches()) {
            throw new InvalidValue(INTEGER_REQUIRED);
        }
        var number = new BigInteger(digits.group(1));
        if (number.compareTo(LARGEST) > 0) {
            throw new InvalidValue("Ensure this value is less than or equal to " + LARGEST + ".");
        }
        if (number.compareTo(SMALLEST) < 0) {
            throw new InvalidValue("Ensure this value is greater than or equal to " + SMALLEST + ".");
        }
        return number.intValue();
    }

    /** The Python name of a value's type, which error texts contain. */
    public static String typeName(JsonNode node) {
        return switch (node.getNodeType()) {
            case ARRAY -> "list";
            case OBJECT, POJO -> "dict";
            case STRING, BINARY -> "str";
            case BOOLEAN -> "bool";
            case NUMBER -> node.isIntegralNumber() ? "int" : "float";
            case NULL, MISSING -> "NoneType";
        };
    }
}
