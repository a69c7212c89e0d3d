package dev.flagledger.access.outbound;

import java.net.UnknownHostException;

/** Thrown if a host has an internal or private address that is not allowed, or an ambiguous notation. */
public final class RefusedAddressException extends UnknownHostException {

    RefusedAddressException(String host) {
        super(host);
    }
}
