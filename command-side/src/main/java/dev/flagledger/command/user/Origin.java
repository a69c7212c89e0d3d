package dev.flagledger.command.user;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/** Where logins come from, as they are counted. */
final class Origin {

    private static final int PREFIX_BYTES = 8;

    private Origin() {}

    /** The address; of one of IPv6 the network, since whoever has one of its addresses has all of them. */
    static String of(@Nullable String address) {
        if (address == null) {
            return "";
        }
        try {
            return InetAddress.ofLiteral(address) instanceof Inet6Address known
                    ? HexFormat.of().formatHex(known.getAddress(), 0, PREFIX_BYTES)
                    : address;
        } catch (IllegalArgumentException _) {
            // What a proxy says need not be an address.
            return address;
        }
    }
}
