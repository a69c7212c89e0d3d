package dev.flagledger.access.saml.metadata;

import java.net.URI;
import java.security.PublicKey;
import java.security.cert.X509Certificate;
import java.util.List;

/**
 * An identity provider, as its metadata describes it.
 *
 * @param entityId its name, the issuer of its responses
 * @param singleSignOn the address for requests by redirect
 * @param certificates those of the keys that it signs with; at least one
 */
public record IdentityProvider(String entityId, URI singleSignOn, List<X509Certificate> certificates) {

    /** The keys that it signs with. They count whatever their certificates say, which the administrator has chosen. */
    public List<PublicKey> keys() {
        return certificates.stream().map(X509Certificate::getPublicKey).toList();
    }
}
