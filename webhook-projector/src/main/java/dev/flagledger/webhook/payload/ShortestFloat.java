package dev.flagledger.webhook.payload;

import java.math.BigDecimal;
import java.util.Locale;

/**
 * The decimal text of a double as Python's {@code repr} prints it, which is what receivers of Flagsmith's webhooks see:
 * {@code 50.0}, {@code 12.5}, {@code 1e-05}. Java has the same digits but changes to exponents at other sizes.
 */
final class ShortestFloat {

    private ShortestFloat() {}

    static String text(double number) {
        if (!Double.isFinite(number)) {
            throw new IllegalArgumentException("JSON has no " + number);
        }
        if (number == 0) {
            return Double.toString(number);
        }
        var decimal = new BigDecimal(Double.toString(number)).stripTrailingZeros();
        var exponent = decimal.precision() - decimal.scale() - 1;
        if (exponent < -4 || exponent >= 16) {
            return decimal.movePointLeft(exponent).toPlainString() + String.format(Locale.ROOT, "e%+03d", exponent);
        }
        return decimal.toPlainString() + (decimal.scale() > 0 ? "" : ".0");
    }
}
