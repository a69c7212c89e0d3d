package dev.flagledger.access.outbound;

import java.net.InetAddress;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * How a host may be written. Programs read numbers as hosts in many notations and do not agree on them: to some
 * {@code 0177.0.0.1} is this machine, to others a host far away. So an IPv4 address is four plain decimal numbers or it is refused,
 * also where it stands inside of an IPv6 address.
 */
final class HostNotation {

    private static final String BYTE = "(?:25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])";
    private static final Pattern IPV4 = Pattern.compile(BYTE + "(?:\\." + BYTE + "){3}");
    private static final Pattern IPV6 = Pattern.compile("[0-9a-fA-F:]*:[0-9a-fA-F:]*");
    private static final String LABEL = "[a-z0-9_](?:[a-z0-9_-]{0,61}[a-z0-9_])?";
    private static final Pattern NAME = Pattern.compile("(?:" + LABEL + "\\.)*(" + LABEL + ")\\.?");
    /**
     * What ends in such a word is a number to some program, with an exponent or with underscores between its digits too; no
     * top-level domain is one.
     */
    private static final Pattern NUMBER =
            Pattern.compile("[0-9][0-9_]*(?:e-?[0-9_]+)?|0x[0-9a-f_]*(?:p-?[0-9_]+)?|0o[0-7_]+|0b[01_]+|0d[0-9_]+");

    private static final int LONGEST = 254;

    private HostNotation() {}

    /** Whether everybody understands the same by this host, in which an IPv6 address may stand in brackets. */
    static boolean isClear(String host) {
        if (host.length() > LONGEST) {
            return false;
        }
        return IPV4.matcher(host).matches() || isName(host) || isIpv6(withoutBrackets(host));
    }

    static String withoutBrackets(String host) {
        return host.startsWith("[") && host.endsWith("]") ? host.substring(1, host.length() - 1) : host;
    }

    private static boolean isName(String host) {
        var name = NAME.matcher(host.toLowerCase(Locale.ROOT));
        return name.matches() && !NUMBER.matcher(name.group(1)).matches();
    }

    /** The JDK turns an IPv4 address inside of an IPv6 one, ::ffff:a.b.c.d, into what it stands for. */
    private static boolean isIpv6(String host) {
        try {
            return IPV6.matcher(host).matches() && InetAddress.ofLiteral(host).getAddress().length == 16;
        } catch (IllegalArgumentException _) {
            return false;
        }
    }
}
