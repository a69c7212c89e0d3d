package dev.flagledger.access.outbound;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;

/** The IPv4 addresses that IPv6 addresses stand for. */
final class Ipv4Behind {

    /** NAT64 (RFC 6052): the IPv4 internet as seen by IPv6-only nodes. */
    private static final Cidr NAT64 = Cidr.valueOf("64:ff9b::/96");

    private Ipv4Behind() {}

    /** Returns the IPv4 address, or the address itself if it stands for none. */
    static InetAddress of(InetAddress address) {
        var bytes = address.getAddress();
        try {
            return NAT64.contains(address)
                    ? InetAddress.getByAddress(Arrays.copyOfRange(bytes, 12, 16))
                    // Converts an IPv4-mapped address, ::ffff:a.b.c.d, to IPv4.
                    : InetAddress.getByAddress(bytes);
        } catch (UnknownHostException e) {
            throw new IllegalStateException("An address has 4 or 16 bytes", e);
        }
    }
}
