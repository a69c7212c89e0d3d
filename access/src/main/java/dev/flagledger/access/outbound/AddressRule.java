package dev.flagledger.access.outbound;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * Decides which addresses outbound connections may go to: public ones, and those in networks that the operator allows. The addresses
 * at which clouds give machines their credentials are never allowed.
 */
public final class AddressRule {

    /** Ranges of the IANA registries of special-purpose addresses that are no public destinations. */
    private static final List<Cidr> SPECIAL = Stream.of(
                    "0.0.0.0/8", // this host
                    "10.0.0.0/8", // private
                    "100.64.0.0/10", // shared by carriers' customers
                    "127.0.0.0/8", // loopback
                    "169.254.0.0/16", // link-local, and the clouds' metadata
                    "172.16.0.0/12", // private
                    "192.0.0.0/24", // protocol assignments
                    "192.0.2.0/24", // documentation
                    "192.88.99.0/24", // 6to4 relays
                    "192.168.0.0/16", // private
                    "198.18.0.0/15", // benchmarks
                    "198.51.100.0/24", // documentation
                    "203.0.113.0/24", // documentation
                    "224.0.0.0/4", // multicast
                    "240.0.0.0/4", // reserved, broadcast
                    "::/3", // loopback, unspecified, every form of embedded IPv4 that is not read below
                    "2001::/23", // protocol assignments, Teredo among them
                    "2001:db8::/32", // documentation
                    "2002::/16", // 6to4, which carries any IPv4 address
                    "3fff::/20", // documentation
                    "4000::/2", // not assigned
                    "8000::/1") // not assigned, then unique local, link-local, site-local, multicast
            .map(Cidr::valueOf)
            .toList();

    /** What clouds document as the addresses of their metadata, credentials and agents, which only the machine itself may ask. */
    private static final List<Cidr> METADATA = Stream.of(
                    "100.100.100.200/32", // Alibaba Cloud
                    "168.63.129.16/32", // Azure's host, beside 169.254.169.254
                    "169.254.169.254/32", // most clouds
                    "169.254.170.2/32", // AWS ECS
                    "169.254.170.23/32", // AWS EKS
                    "192.0.0.192/32", // Oracle Cloud
                    "fd00:ec2::23/128", // AWS EKS
                    "fd00:ec2::254/128", // AWS
                    "fd20:ce::254/128") // Google Cloud
            .map(Cidr::valueOf)
            .toList();

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
        boolean isReachable = isIn(allowed, address) || isIn(allowed, target) || !isIn(SPECIAL, target);
        return isReachable && !isIn(METADATA, target);
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
