package dev.flagledger.contract.http;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The content codings that a client accepts: RFC 9110, 12.5.3. */
public final class AcceptEncoding {

    private static final double UNSAID = -1;

    private AcceptEncoding() {}

    /** Whether an answer is sent with gzip: if that is accepted, and no less than an answer as it is. */
    public static boolean prefersGzip(@Nullable String header) {
        if (header == null || header.isEmpty()) {
            return false;
        }
        double gzip = UNSAID;
        double identity = UNSAID;
        double any = UNSAID;
        for (var item : header.toLowerCase(Locale.ROOT).split(",", -1)) {
            int end = item.indexOf(';');
            var weight = end < 0 ? 1 : weight(item.substring(end + 1));
            switch ((end < 0 ? item : item.substring(0, end)).strip()) {
                case "gzip", "x-gzip" -> gzip = weight;
                case "identity" -> identity = weight;
                case "*" -> any = weight;
                default -> {
                    // A coding that this server does not have.
                }
            }
        }
        double accepted = gzip == UNSAID ? any : gzip;
        return accepted > 0 && accepted >= identity;
    }

    /** A weight as in {@code q=0.5}; 0 for what is none. */
    private static double weight(String parameter) {
        var text = parameter.strip();
        return text.matches("q=[01](\\.\\d{0,3})?") ? Double.parseDouble(text.substring(2)) : 0;
    }
}
