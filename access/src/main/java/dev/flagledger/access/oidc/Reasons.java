package dev.flagledger.access.oidc;

import dev.flagledger.access.outbound.RefusedAddressException;
import java.io.IOException;
import java.net.UnknownHostException;

/** Says why a request has failed. */
final class Reasons {

    private Reasons() {}

    static String of(IOException failure) {
        return switch (failure) {
            case RefusedAddressException _ -> "its address is internal or private";
            case UnknownHostException _ -> "its host name has no address";
            default -> String.valueOf(failure.getMessage());
        };
    }
}
