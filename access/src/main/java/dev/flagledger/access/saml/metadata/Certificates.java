package dev.flagledger.access.saml.metadata;

import java.io.ByteArrayInputStream;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.Base64;

/** Certificates in metadata. */
final class Certificates {

    private Certificates() {}

    static X509Certificate parse(String text) throws InvalidMetadataException {
        try {
            var encoded = new ByteArrayInputStream(Base64.getMimeDecoder().decode(text));
            return (X509Certificate) CertificateFactory.getInstance("X.509").generateCertificate(encoded);
        } catch (CertificateException | IllegalArgumentException e) {
            throw new InvalidMetadataException("A certificate in the metadata cannot be read.");
        }
    }
}
