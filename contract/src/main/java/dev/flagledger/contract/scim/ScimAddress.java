package dev.flagledger.contract.scim;

/** Where directories find this server. */
public final class ScimAddress {

    private ScimAddress() {}

    /**
     * Returns the address of SCIM's routes, with a slash at its end.
     *
     * @param server scheme, host and port of this server, without a slash at the end
     */
    public static String below(String server) {
        return server + "/api/v1/scim/v2/";
    }
}
