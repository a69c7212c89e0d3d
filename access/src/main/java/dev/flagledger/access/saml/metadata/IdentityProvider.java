package dev.flagledger.access.saml.metadata;

import java.net.URI;
import java.security.PublicKey;
import java.util.List;

/**
 * An identity provider, as its metadata describes it.
 *
 * @param entityId its name, the issuer of its responses
 * @param singleSignOn the address for requests by redirect
 * @param keys the keys that it signs with; at least one
 */
public record IdentityProvider(String entityId, URI singleSignOn, List<PublicKey> keys) {}
