package dev.flagledger.command.user;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/** Groups client addresses for counting logins. */
final class AddressGroup {

    private static final int PREFIX_BYTES = 8;

    private AddressGroup() {}

    /**
     * The address itself for IPv4, also when mapped into IPv6; the /64 network for IPv6, whose owner has all of its
     * addresses.
     */
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
            // A proxy may forward something that is not an address.
            return address;
        }
    }
}
