package dev.flagledger.access.outbound;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;

/**
 * Decides which addresses outbound connections may go to: public ones, and those in networks that the operator allows. The addresses
 * at which clouds give machines their credentials are never allowed.
 */
public final class AddressRule {

    /** NAT64 (RFC 6052): the IPv4 internet as seen by IPv6-only nodes. */
    private static final Cidr NAT64 = Cidr.valueOf("64:ff9b::/96");

    private final List<Cidr> allowed;

    /** Creates a rule that also allows these networks. */
    public AddressRule(List<Cidr> allowed) {
        this.allowed = List.copyOf(allowed);
    }

    /** Returns whether a connection to this address may be opened. */
    public boolean allows(InetAddress address) {
        var target = ipv4Behind(address);
        boolean isReachable =
                isIn(allowed, address) || isIn(allowed, target) || !isIn(SpecialNetworks.NOT_PUBLIC, target);
        return isReachable && !isIn(MetadataServices.ADDRESSES, target);
    }

    private static boolean isIn(List<Cidr> networks, InetAddress address) {
        return networks.stream().anyMatch(network -> network.contains(address));
    }

    private static InetAddress ipv4Behind(InetAddress address) {
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
