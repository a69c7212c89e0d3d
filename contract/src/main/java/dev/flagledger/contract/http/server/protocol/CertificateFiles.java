package dev.flagledger.contract.http.server.protocol;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.security.KeyStore;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.ssl.PemSslBundleProperties;
import org.springframework.boot.autoconfigure.ssl.PropertiesSslBundle;

/** PEM files with a certificate chain and its private key. They may be replaced at any time. */
record CertificateFiles(Path certificate, Path privateKey) {

    private static final Version MISSING = new Version(FileTime.fromMillis(0), -1, null);

    /** Distinguishes a file from earlier ones at the same path. */
    record Version(FileTime modified, long size, @Nullable Object file) {

        /** Returns the current version of a path, following links. */
        static Version of(Path path) {
            try {
                var attributes = Files.readAttributes(path, BasicFileAttributes.class);
                return new Version(attributes.lastModifiedTime(), attributes.size(), attributes.fileKey());
            } catch (IOException _) {
                return MISSING;
            }
        }
    }

    List<Version> versions() {
        return List.of(Version.of(certificate), Version.of(privateKey));
    }

    /**
     * Reads the files.
     *
     * @throws RuntimeException if they cannot be read, or the key does not match the certificate
     */
    KeyStore read() {
        var pem = new PemSslBundleProperties();
        pem.getKeystore().setCertificate(certificate.toUri().toString());
        pem.getKeystore().setPrivateKey(privateKey.toUri().toString());
        pem.getKeystore().setVerifyKeys(true);
        return requireNonNull(PropertiesSslBundle.get(pem).getStores().getKeyStore());
    }
}
