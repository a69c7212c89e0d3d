package dev.flagledger.contract.http.server;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.util.List;
import org.eclipse.jetty.util.InetAddressSet;

/** The networks of the operator's proxies, whose statements about clients are trusted. */
public final class TrustedProxies {

    private final InetAddressSet networks = new InetAddressSet();

    /** @param networks such as {@code 10.0.0.0/8} */
    public TrustedProxies(List<String> networks) {
        this.networks.addAll(networks);
    }

    /** Returns whether the address is in one of the networks. */
    public boolean contains(InetAddress address) {
        return networks.test(address);
    }

    /** Returns whether the peer is a trusted proxy; false if its IP address is unknown. */
    public boolean contains(SocketAddress peer) {
        return peer instanceof InetSocketAddress known && !known.isUnresolved() && contains(known.getAddress());
    }
}
