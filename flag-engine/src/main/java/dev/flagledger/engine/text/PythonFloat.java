package dev.flagledger.engine.text;

import java.math.BigDecimal;

/**
 * Formats doubles like Python's {@code repr}, as Flagsmith does: {@code 50.0}, {@code 12.5}, {@code 1e-05}. Java has
 * the same shortest digits but different limits for exponents.
 */
public final class PythonFloat {

    private static final int SMALLEST_PLAIN = -4;
    private static final int FIRST_WITH_EXPONENT = 16;

    private PythonFloat() {}

    /** Formats any number, including infinities ({@code inf}) and NaN ({@code nan}). */
    public static String repr(double number) {
        if (Double.isNaN(number)) {
            return "nan";
        }
        if (Double.isInfinite(number)) {
            return number > 0 ? "inf" : "-inf";
        }
        return text(number);
    }

    /**
     * Formats a finite number, with an exponent from 1e+16 up and from 1e-05 down.
     *
     * @throws IllegalArgumentException if the number is infinite or NaN
     */
    public static String text(double number) {
        if (!Double.isFinite(number)) {
            throw new IllegalArgumentException("JSON has no " + number);
        }
        if (number == 0) {
            return Double.toString(number);
        }
        var digits = new BigDecimal(Double.toString(number)).stripTrailingZeros();
        int exponent = digits.precision() - digits.scale() - 1;
        if (exponent < SMALLEST_PLAIN || exponent >= FIRST_WITH_EXPONENT) {
            return digits.movePointLeft(exponent).toPlainString() + exponent(exponent);
        }
        return digits.toPlainString() + (digits.scale() > 0 ? "" : ".0");
    }

    private static String exponent(int exponent) {
        var size = Math.abs(exponent);
        return (exponent < 0 ? "e-" : "e+") + (size < 10 ? "0" + size : size);
    }
}
