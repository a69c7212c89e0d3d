package dev.flagledger.access.outbound;

import java.net.InetAddress;
import java.util.List;

/**
 * Decides which addresses outbound connections may go to: public ones, and those in networks that the operator allows. The addresses
 * at which clouds give machines their credentials are never allowed.
 */
public final class AddressRule {

    private final List<Cidr> allowed;

    /** Creates a rule that also allows these networks. */
    public AddressRule(List<Cidr> allowed) {
        this.allowed = List.copyOf(allowed);
    }

    /** Returns whether a connection to this address may be opened. */
    public boolean allows(InetAddress address) {
        var target = Ipv4Behind.of(address);
        boolean isReachable =
                isIn(allowed, address) || isIn(allowed, target) || !isIn(SpecialNetworks.NOT_PUBLIC, target);
        return isReachable && !isIn(MetadataServices.ADDRESSES, target);
    }

    private static boolean isIn(List<Cidr> networks, InetAddress address) {
        return networks.stream().anyMatch(network -> network.contains(address));
    }
}
