package dev.flagledger.access.address;

import java.net.URI;
import java.util.Locale;
import java.util.Set;

/** Addresses of the machine itself, as they are written. Names are not looked up. */
public final class Loopback {

    private static final Set<String> HOSTS = Set.of("localhost", "127.0.0.1", "[::1]");

    private Loopback() {}

    /** Whether the host of an address is this machine; false without a host. */
    public static boolean isHostOf(URI address) {
        return address.getHost() != null && HOSTS.contains(address.getHost().toLowerCase(Locale.ROOT));
    }
}
