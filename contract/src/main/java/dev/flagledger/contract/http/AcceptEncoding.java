package dev.flagledger.contract.http;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** The content codings that a client accepts: RFC 9110, 12.5.3. */
public final class AcceptEncoding {

    /** What most clients send: accepted without parsing. */
    private static final Set<String> USUAL =
            Set.of("gzip", "gzip, deflate", "gzip, deflate, br", "gzip, deflate, br, zstd", "gzip,deflate", "gzip, br");

    private static final Pattern WEIGHT = Pattern.compile("q=[01](\\.\\d{0,3})?");
    private static final double UNSAID = -1;

    private AcceptEncoding() {}

    /**
     * Whether a response is sent with gzip: if that is accepted, and preferred no less than the plain form.
     *
     * @param headers the values of all {@code Accept-Encoding} headers
     */
    public static boolean prefersGzip(List<String> headers) {
        var header = headers.size() == 1 ? headers.getFirst() : String.join(",", headers);
        return USUAL.contains(header) || (!header.isEmpty() && weighsGzip(header));
    }

    private static boolean weighsGzip(String header) {
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
        return WEIGHT.matcher(text).matches() ? Double.parseDouble(text.substring(2)) : 0;
    }
}
