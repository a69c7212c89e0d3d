package dev.flagledger.access.outbound;

import java.math.BigInteger;
import java.net.InetAddress;
import java.util.regex.Pattern;

/** A network in CIDR notation, such as {@code 10.20.0.0/16} or {@code fd12::/16}. */
public record Cidr(InetAddress network, int prefix) {

    /** IPv4 addresses must have four numbers, since the JDK reads {@code 10/8} as 0.0.0.10. */
    private static final Pattern NOTATION =
            Pattern.compile("(\\d+\\.\\d+\\.\\d+\\.\\d+|[0-9a-fA-F:.]*:[0-9a-fA-F:.]*)/(\\d{1,3})");

    /**
     * Parses CIDR notation.
     *
     * @throws IllegalArgumentException if the text is not a network; the message quotes it and describes the expected
     *     format
     */
    public static Cidr valueOf(String text) {
        var parts = NOTATION.matcher(text.strip());
        if (!parts.matches()) {
            throw malformed(text, "expected a network such as 10.20.0.0/16 or fd12::/16");
        }
        try {
            return new Cidr(InetAddress.ofLiteral(parts.group(1)), Integer.parseInt(parts.group(2)));
        } catch (IllegalArgumentException e) {
            throw malformed(text, String.valueOf(e.getMessage()));
        }
    }

    public Cidr {
        var bits = network.getAddress().length * Byte.SIZE;
        if (prefix < 0 || prefix > bits) {
            throw new IllegalArgumentException("the prefix must be between 0 and " + bits);
        }
        if (new BigInteger(1, network.getAddress()).getLowestSetBit() < bits - prefix && !network.isAnyLocalAddress()) {
            throw new IllegalArgumentException("the address has bits set beyond the prefix");
        }
    }

    /** Returns whether the address is in this network; false for addresses of the other IP version. */
    public boolean contains(InetAddress address) {
        return address.getClass() == network.getClass() && prefixOf(address).equals(prefixOf(network));
    }

    private BigInteger prefixOf(InetAddress address) {
        var bytes = address.getAddress();
        return new BigInteger(1, bytes).shiftRight(bytes.length * Byte.SIZE - prefix);
    }

    @Override
    public String toString() {
        return network.getHostAddress() + "/" + prefix;
    }

    private static IllegalArgumentException malformed(String text, String reason) {
        return new IllegalArgumentException("'" + text + "' is not a network in CIDR notation: " + reason);
    }
}
