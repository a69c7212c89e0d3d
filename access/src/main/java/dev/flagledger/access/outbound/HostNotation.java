package dev.flagledger.access.outbound;

import java.net.InetAddress;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Checks that the notation of a host is unambiguous. Programs disagree on numeric hosts: {@code 0177.0.0.1} is loopback
 * to some and a remote host to others. Therefore IPv4 addresses must be in dotted decimal notation, also within IPv6
 * addresses.
 */
final class HostNotation {

    private static final String BYTE = "(?:25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])";
    private static final Pattern IPV4 = Pattern.compile(BYTE + "(?:\\." + BYTE + "){3}");
    private static final Pattern IPV6 = Pattern.compile("[0-9a-fA-F:]*:[0-9a-fA-F:]*");
    private static final String LABEL = "[a-z0-9_](?:[a-z0-9_-]{0,61}[a-z0-9_])?";
    private static final Pattern NAME = Pattern.compile("(?:" + LABEL + "\\.)*(" + LABEL + ")\\.?");
    /**
     * A last label that some program reads as a number, including exponents and underscores; no top-level domain
     * matches.
     */
    private static final Pattern NUMBER =
            Pattern.compile("[0-9][0-9_]*(?:e-?[0-9_]+)?|0x[0-9a-f_]*(?:p-?[0-9_]+)?|0o[0-7_]+|0b[01_]+|0d[0-9_]+");

    private static final int LONGEST = 254;

    private HostNotation() {}

    /** Returns whether the notation is unambiguous. An IPv6 address may be in brackets. */
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

    /** The JDK converts an IPv4-mapped address, ::ffff:a.b.c.d, to IPv4. */
    private static boolean isIpv6(String host) {
        try {
            return IPV6.matcher(host).matches() && InetAddress.ofLiteral(host).getAddress().length == 16;
        } catch (IllegalArgumentException _) {
            return false;
        }
    }
}
