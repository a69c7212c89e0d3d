package dev.flagledger.access.saml.xml;

import org.jspecify.annotations.Nullable;

/**
 * What a response says about itself. It is signed only if the response is.
 *
 * @param issuer entity id of the sender; null if it is absent
 * @param destination the address that it was sent to; null if it is absent
 * @param inResponseTo the id of the request that it answers; null if it answers none
 * @param status the code of its status; empty if it has none
 */
public record Envelope(
        @Nullable String issuer,
        @Nullable String destination,
        @Nullable String inResponseTo,
        String status) {

    /** The status of a login that succeeded. */
    public static final String SUCCESS = "urn:oasis:names:tc:SAML:2.0:status:Success";
}
