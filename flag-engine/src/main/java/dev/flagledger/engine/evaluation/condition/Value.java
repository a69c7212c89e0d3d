package dev.flagledger.engine.evaluation.condition;

import dev.flagledger.engine.text.PythonFloat;
import java.math.BigDecimal;
import java.math.BigInteger;
import org.jspecify.annotations.Nullable;

/** The value that a condition tests. Numeric text counts as a number. */
sealed interface Value {

    /** Returns the value as text in Python's notation. */
    String text();

    /** A missing or incomparable value. */
    record Absent() implements Value {
        static final Absent INSTANCE = new Absent();

        @Override
        public String text() {
            return "None";
        }
    }

    /**
     * Text.
     *
     * @param version the text as a version, parsed once for all conditions; null if it is none
     */
    record Text(String text, @Nullable SemanticVersion version) implements Value {

        static Text of(String text) {
            return new Text(text, SemanticVersion.of(text));
        }
    }

    record Whole(BigInteger number) implements Value {
        @Override
        public String text() {
            return number.toString();
        }
    }

    record Real(double number) implements Value {
        @Override
        public String text() {
            return PythonFloat.repr(number);
        }
    }

    record Truth(boolean holds) implements Value {
        @Override
        public String text() {
            return holds ? "True" : "False";
        }
    }

    /** Returns the value of a string, number or boolean; any other object counts as absent. */
    static Value of(@Nullable Object plain) {
        return switch (plain) {
            case String text -> ofText(text);
            case Boolean holds -> new Truth(holds);
            case BigInteger number -> new Whole(number);
            case Byte number -> new Whole(BigInteger.valueOf(number));
            case Short number -> new Whole(BigInteger.valueOf(number));
            case Integer number -> new Whole(BigInteger.valueOf(number));
            case Long number -> new Whole(BigInteger.valueOf(number));
            case Float number -> new Real(number);
            case Double number -> new Real(number);
            case BigDecimal number -> new Real(number.doubleValue());
            case null, default -> Absent.INSTANCE;
        };
    }

    private static Value ofText(String text) {
        int first = text.startsWith("-") ? 1 : 0;
        int point = -1;
        for (int i = first; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '.' && point < 0) {
                point = i;
            } else if (c < '0' || c > '9') {
                return Text.of(text);
            }
        }
        if (text.length() == first || point == first || point == text.length() - 1) {
            return Text.of(text);
        }
        return point > 0 ? new Real(Double.parseDouble(text)) : whole(text);
    }

    private static Value whole(String text) {
        return text.length() > Numbers.LONGEST ? Text.of(text) : new Whole(new BigInteger(text));
    }
}
