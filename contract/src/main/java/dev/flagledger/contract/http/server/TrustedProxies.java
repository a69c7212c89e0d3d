package dev.flagledger.contract.http.server;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.util.List;
import org.eclipse.jetty.util.InetAddressSet;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** The networks of the operator's proxies, whose statements about clients are trusted. */
@Component
public final class TrustedProxies {

    /** Loopback, link-local and private networks. */
    private static final String PRIVATE_NETWORKS = "127.0.0.0/8,10.0.0.0/8,172.16.0.0/12,192.168.0.0/16,169.254.0.0/16,"
            + "100.64.0.0/10,::1/128,fe80::/10,fc00::/7";

    private final InetAddressSet networks = new InetAddressSet();

    /** @param networks such as {@code 10.0.0.0/8} */
    public TrustedProxies(@Value("${flagledger.http.trusted-proxies:" + PRIVATE_NETWORKS + "}") List<String> networks) {
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
