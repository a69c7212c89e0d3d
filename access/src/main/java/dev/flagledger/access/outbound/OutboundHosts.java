package dev.flagledger.access.outbound;

import dev.flagledger.contract.error.text.project.ProjectTexts;
import dev.flagledger.contract.form.value.UrlRules;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;

/**
 * Applies the address rule to hosts, both when a URL is saved and at every connection, since the addresses of a name
 * can change.
 */
public final class OutboundHosts {

    private final AddressRule rule;
    private final HostResolver resolver;

    public OutboundHosts(AddressRule rule, HostResolver resolver) {
        this.rule = rule;
        this.resolver = resolver;
    }

    /**
     * Returns whether a URL with this host may be saved: its notation is unambiguous and none of its addresses is
     * refused. A name that cannot be resolved is allowed, since it may be set up later.
     *
     * @param host the host as returned by {@link java.net.URI#getHost()}; IPv6 literals may be in brackets
     */
    public boolean allowsUrlHost(String host) {
        try {
            return HostNotation.isClear(host) && allAllowed(resolver.resolve(HostNotation.withoutBrackets(host)));
        } catch (UnknownHostException e) {
            return true;
        }
    }

    /** The errors of a URL that is to be saved or called, in the contract's texts; empty if there are none. */
    public List<String> problemsOf(String url) {
        var problems = UrlRules.problemsOf(url);
        return problems.isEmpty() && !allowsUrlHost(URI.create(url).getHost())
                ? List.of(ProjectTexts.INTERNAL_ADDRESS)
                : problems;
    }

    /**
     * Resolves a host and checks all its addresses. The connection must use one of them instead of resolving the name
     * again.
     *
     * @throws RefusedAddressException if any address is refused, or the notation of the host is ambiguous
     * @throws UnknownHostException if the host has no address
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
