package dev.flagledger.access.outbound;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;

/** The address rule applied to hosts: once when somebody enters one, and again at every connection, since a name can move. */
public final class OutboundHosts {

    private final AddressRule rule;
    private final HostResolver resolver;

    public OutboundHosts(AddressRule rule, HostResolver resolver) {
        this.rule = rule;
        this.resolver = resolver;
    }

    /**
     * Whether a URL with this host may be saved: it is written so that everybody reads the same, and no address of it is
     * refused. A name without any address passes, because it may be set up later.
     *
     * @param host as {@link java.net.URI#getHost()} gives it: IPv6 literals may stand in brackets
     */
    public boolean allowsUrlHost(String host) {
        try {
            return HostNotation.isClear(host) && allAllowed(resolver.resolve(HostNotation.withoutBrackets(host)));
        } catch (UnknownHostException e) {
            return true;
        }
    }

    /**
     * The addresses to connect to, all of them checked. The connection must go to one of these and not resolve the name again.
     *
     * @throws RefusedAddressException when any of them is refused, or the host is written so that it could mean another
     * @throws UnknownHostException when there is none
     */
    public InetAddress[] addressesOf(String host) throws UnknownHostException {
        if (!HostNotation.isClear(host)) {
            throw new RefusedAddressException(host);
        }
        var addresses = resolver.resolve(HostNotation.withoutBrackets(host));
        if (!allAllowed(addresses)) {
            throw new RefusedAddressException(host);
        }
        return addresses;
    }

    private boolean allAllowed(InetAddress[] addresses) {
        return Arrays.stream(addresses).allMatch(rule::allows);
    }
}
