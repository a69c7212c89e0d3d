package dev.flagledger.access.saml.store;

import com.unboundid.ldap.sdk.DN;
import com.unboundid.ldap.sdk.RDN;
import com.unboundid.util.ssl.cert.CertException;
import com.unboundid.util.ssl.cert.PublicKeyAlgorithmIdentifier;
import com.unboundid.util.ssl.cert.SignatureAlgorithmIdentifier;
import com.unboundid.util.ssl.cert.X509Certificate;
import dev.flagledger.ledger.secret.InstallationKey;
import dev.flagledger.ledger.secret.Wrapping;
import java.io.ByteArrayInputStream;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.cert.CertificateFactory;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Clock;
import java.time.Duration;
import java.util.Objects;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The keys of this server as a service provider, one for each configuration, sealed under the installation's key. Takes part in the
 * caller's transaction, if there is one.
 */
@Component
public final class ServiceProviderKeys {

    private static final int BITS = 3072;
    private static final Duration VALIDITY = Duration.ofDays(3650);

    private final JdbcClient jdbc;
    private final Wrapping wrapping;
    private final Clock clock;

    public ServiceProviderKeys(JdbcClient jdbc, InstallationKey installation, Clock clock) {
        this.jdbc = jdbc;
        this.wrapping = new Wrapping(installation, "saml service provider keys");
        this.clock = clock;
    }

    /** A key with its self-signed certificate. */
    public record Pair(PrivateKey key, java.security.cert.X509Certificate certificate) {}

    /** Draws a key pair; slow, so it must not be called within a transaction. */
    public Pair draw() {
        long now = clock.millis();
        try {
            var drawn = X509Certificate.generateSelfSignedCertificate(
                    SignatureAlgorithmIdentifier.SHA_256_WITH_RSA,
                    PublicKeyAlgorithmIdentifier.RSA,
                    BITS,
                    new DN(new RDN("CN", "Flagledger")),
                    now,
                    now + VALIDITY.toMillis());
            return new Pair(
                    Objects.requireNonNull(drawn.getSecond()).getPrivate(),
                    certificate(Objects.requireNonNull(drawn.getFirst()).getX509CertificateBytes()));
        } catch (CertException | GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has RSA and SHA-256", e);
        }
    }

    /** Stores the key pair of a configuration that has none. */
    public void store(int configurationId, Pair pair) {
        try {
            jdbc.sql("""
                    insert into access.saml_key (configuration_id, sealed_key, certificate)
                    values (:configuration, :key, :certificate)""")
                    .param("configuration", configurationId)
                    .param("key", wrapping.wrap(pair.key().getEncoded(), place(configurationId)))
                    .param("certificate", pair.certificate().getEncoded())
                    .update();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("a certificate that was just made", e);
        }
    }

    /** Returns the key pair of a configuration, which must have one. */
    public Pair of(int configurationId) {
        return jdbc.sql("""
                        select saml_key.sealed_key, saml_key.certificate from access.saml_key
                        where saml_key.configuration_id = :configuration""")
                .param("configuration", configurationId)
                .query((row, _) -> pair(configurationId, row.getBytes("sealed_key"), row.getBytes("certificate")))
                .single();
    }

    /** Deletes the key pair of a configuration. Does nothing if there is none. */
    public void remove(int configurationId) {
        jdbc.sql("delete from access.saml_key where saml_key.configuration_id = :configuration")
                .param("configuration", configurationId)
                .update();
    }

    private Pair pair(int configurationId, byte[] sealed, byte[] certificate) {
        try {
            var encoded = new PKCS8EncodedKeySpec(wrapping.unwrap(sealed, place(configurationId)));
            return new Pair(KeyFactory.getInstance("RSA").generatePrivate(encoded), certificate(certificate));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("a key that was stored by this server", e);
        }
    }

    private static java.security.cert.X509Certificate certificate(byte[] encoded) throws GeneralSecurityException {
        return (java.security.cert.X509Certificate)
                CertificateFactory.getInstance("X.509").generateCertificate(new ByteArrayInputStream(encoded));
    }

    private static String place(int configurationId) {
        return "configuration " + configurationId;
    }
}
