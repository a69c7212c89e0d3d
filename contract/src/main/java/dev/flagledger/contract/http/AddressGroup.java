package dev.flagledger.contract.http;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/** Groups client addresses for counting what comes from each. */
public final class AddressGroup {

    private static final int PREFIX_BYTES = 8;

    private AddressGroup() {}

    /**
     * The address itself for IPv4, also when mapped into IPv6; the /64 network for IPv6, whose owner has all of its
     * addresses.
     */
    public static String of(@Nullable String address) {
        if (address == null) {
            return "";
        }
        try {
            return containing(InetAddress.ofLiteral(address));
        } catch (IllegalArgumentException _) {
            // A proxy may forward something that is not an address.
            return address;
        }
    }

    /** The group that contains this address. */
    public static String containing(InetAddress address) {
        return address instanceof Inet6Address
                ? HexFormat.of().formatHex(address.getAddress(), 0, PREFIX_BYTES)
                : address.getHostAddress();
    }
}
