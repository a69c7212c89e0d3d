package dev.flagledger.access.outbound;

import java.net.UnknownHostException;

/** The host stands for an internal or private address, which the operator has not allowed, or is written to confuse. */
public final class RefusedAddressException extends UnknownHostException {

    RefusedAddressException(String host) {
        super(host);
    }
}
