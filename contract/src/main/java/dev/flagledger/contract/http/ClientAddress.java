package dev.flagledger.contract.http;

import jakarta.servlet.http.HttpServletRequest;
import org.eclipse.jetty.server.Request;

/** The address of a request's client, as it is recorded with events. */
public final class ClientAddress {

    private ClientAddress() {}

    /** The address without the brackets that Jetty puts around an IPv6 address. */
    public static String of(HttpServletRequest request) {
        return withoutBrackets(request.getRemoteAddr());
    }

    /** The same for a request that is handled before the servlets. */
    public static String of(Request request) {
        var address = Request.getRemoteAddr(request);
        // Null once the client has disconnected.
        return address == null ? "" : withoutBrackets(address);
    }

    private static String withoutBrackets(String address) {
        return address.startsWith("[") && address.endsWith("]") ? address.substring(1, address.length() - 1) : address;
    }
}
