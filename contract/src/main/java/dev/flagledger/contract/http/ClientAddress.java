package dev.flagledger.contract.http;

import jakarta.servlet.http.HttpServletRequest;

/** The address of a request's client, as it is recorded with events. */
public final class ClientAddress {

    private ClientAddress() {}

    /** The address without the brackets that Jetty puts around an IPv6 address. */
    public static String of(HttpServletRequest request) {
        var address = request.getRemoteAddr();
        return address.startsWith("[") && address.endsWith("]") ? address.substring(1, address.length() - 1) : address;
    }
}
