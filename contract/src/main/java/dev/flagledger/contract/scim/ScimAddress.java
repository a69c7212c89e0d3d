package dev.flagledger.contract.scim;

import dev.flagledger.contract.http.ServerAddress;
import jakarta.servlet.http.HttpServletRequest;

/** Where directories find this server. */
public final class ScimAddress {

    private ScimAddress() {}

    /** Returns the address of SCIM's routes as the client knows the server, with a slash at its end. */
    public static String of(HttpServletRequest request) {
        return ServerAddress.of(request) + "/api/v1/scim/v2/";
    }
}
