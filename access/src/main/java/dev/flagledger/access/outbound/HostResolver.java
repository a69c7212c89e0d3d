package dev.flagledger.access.outbound;

import java.net.InetAddress;
import java.net.UnknownHostException;

/** Turns a host, a name or a literal address, into the addresses it stands for. */
@FunctionalInterface
public interface HostResolver {

    /**
     * All addresses of a host, at least one.
     *
     * @throws UnknownHostException when the host has none, or none was found in time
     */
    InetAddress[] resolve(String host) throws UnknownHostException;
}
