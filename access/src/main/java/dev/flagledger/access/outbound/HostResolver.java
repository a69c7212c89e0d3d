package dev.flagledger.access.outbound;

import java.net.InetAddress;
import java.net.UnknownHostException;

/** Resolves a host, that is a name or a literal address, to addresses. */
@FunctionalInterface
public interface HostResolver {

    /**
     * Returns all addresses of a host, at least one.
     *
     * @throws UnknownHostException if the host has none, or the lookup timed out
     */
    InetAddress[] resolve(String host) throws UnknownHostException;
}
