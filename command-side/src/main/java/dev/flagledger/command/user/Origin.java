package dev.flagledger.command.user;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/** Where logins come from, as they are counted. */
final class Origin {

    private static final int PREFIX_BYTES = 8;

    private Origin() {}

    /** The address, also where one of IPv6 only wraps it; of any other of IPv6 the network, since whoever has one of its addresses has all of them. */
    static String of(@Nullable String address) {
        if (address == null) {
            return "";
        }
        try {
            var known = InetAddress.ofLiteral(address);
            return known instanceof Inet6Address
                    ? HexFormat.of().formatHex(known.getAddress(), 0, PREFIX_BYTES)
                    : known.getHostAddress();
        } catch (IllegalArgumentException _) {
            // What a proxy says need not be an address.
            return address;
        }
    }
}
