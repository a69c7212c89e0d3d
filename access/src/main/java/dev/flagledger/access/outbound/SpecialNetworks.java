package dev.flagledger.access.outbound;

import java.util.List;
import java.util.stream.Stream;

/** Networks that are no public destinations. */
final class SpecialNetworks {

    /** Ranges of the IANA registries of special-purpose addresses, and those of IPv6 that are not assigned for public use. */
    static final List<Cidr> NOT_PUBLIC = Stream.of(
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
                    "::/3", // loopback, unspecified, forms of embedded IPv4 that Ipv4Behind does not read
                    "2001::/23", // protocol assignments, Teredo among them
                    "2001:db8::/32", // documentation
                    "2002::/16", // 6to4, which carries any IPv4 address
                    "3fff::/20", // documentation
                    "4000::/2", // not assigned
                    "8000::/1") // not assigned, then unique local, link-local, site-local, multicast
            .map(Cidr::valueOf)
            .toList();

    private SpecialNetworks() {}
}
