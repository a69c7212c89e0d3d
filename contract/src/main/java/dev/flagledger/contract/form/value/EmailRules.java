package dev.flagledger.contract.form.value;

import java.net.IDN;
import java.util.regex.Pattern;

/** Validates e-mail addresses: a dotted or quoted local part, then a host name or an address literal in brackets. */
final class EmailRules {

    private static final int LONGEST = 320;
    private static final String ATOM = "[-!#$%&'*+/=?^_`{}|~0-9A-Za-z]+";
    private static final Pattern LOCAL =
            Pattern.compile(ATOM + "(\\." + ATOM + ")*|\"([\\x01-\\x08\\x0b\\x0c\\x0e-\\x1f!#-\\[\\]-\\x7f]"
                    + "|\\\\[\\x01-\\x09\\x0b\\x0c\\x0e-\\x7f])*\"");
    private static final Pattern DOMAIN =
            Pattern.compile("([A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?\\.)+[A-Za-z0-9-]{1,62}[A-Za-z0-9]|localhost");
    private static final Pattern LITERAL =
            Pattern.compile("\\[([0-9]{1,3}(\\.[0-9]{1,3}){3}|[0-9A-Fa-f:.]*:[0-9A-Fa-f:.]+)]");

    private EmailRules() {}

    static boolean isValid(String text) {
        int at = text.lastIndexOf('@');
        return at > 0
                && text.length() <= LONGEST
                && LOCAL.matcher(text.substring(0, at)).matches()
                && isHost(text.substring(at + 1));
    }

    private static boolean isHost(String domain) {
        return DOMAIN.matcher(domain).matches()
                || LITERAL.matcher(domain).matches()
                || DOMAIN.matcher(ascii(domain)).matches();
    }

    private static String ascii(String domain) {
        try {
            return IDN.toASCII(domain);
        } catch (IllegalArgumentException e) {
            return "";
        }
    }
}
