package dev.flagledger.contract.http.server.protocol;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The files of the server's certificate. Both are set, or neither.
 *
 * @param certificate the PEM file of the certificate chain; {@code FLAGLEDGER_TLS_CERTIFICATE}
 * @param privateKey the PEM file of its unencrypted private key; {@code FLAGLEDGER_TLS_PRIVATE_KEY}
 */
@ConfigurationProperties("flagledger.tls")
record TlsSettings(
        @DefaultValue("") String certificate,
        @DefaultValue("") String privateKey) {

    TlsSettings {
        if (certificate.isBlank() != privateKey.isBlank()) {
            throw new IllegalArgumentException(
                    "FLAGLEDGER_TLS_CERTIFICATE and FLAGLEDGER_TLS_PRIVATE_KEY: set both, or neither.");
        }
    }

    /** Returns the files; null if no certificate is set. */
    @Nullable CertificateFiles files() {
        return certificate.isBlank() ? null : new CertificateFiles(Path.of(certificate), Path.of(privateKey));
    }
}
