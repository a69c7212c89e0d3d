package dev.flagledger.access.ldap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.flagledger.testing.TestCertificate;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocketFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LdapTlsTest {

    private static final TestCertificate CERTIFICATE = TestCertificate.make();

    @TempDir
    Path files;

    @Test
    void aConnectionIsSecuredBeforeThePasswordIsSent() throws Exception {
        try (var directory = TestDirectory.start(factory())) {
            var settings = directory.settings("", "", "", "", true, trusting(CERTIFICATE));

            assertThat(new LdapDirectory(settings).logIn("ana", "ana-password")).isPresent();
        }
    }

    @Test
    void anUntrustedCertificateIsRefused() throws Exception {
        try (var directory = TestDirectory.start(factory())) {
            var settings = directory.settings("", "", "", "", true, trusting(TestCertificate.make()));

            assertThatThrownBy(() -> new LdapDirectory(settings).logIn("ana", "ana-password"))
                    .isInstanceOf(LdapFailure.class)
                    .hasMessageContaining("nor any of its issuers was found in the PEM file");
        }
    }

    @Test
    void aDirectoryThatCannotSecureConnectionsGetsNoPassword() {
        try (var directory = TestDirectory.start()) {
            var settings = directory.settings("", "", "", "", true, "");

            assertThatThrownBy(() -> new LdapDirectory(settings).logIn("ana", "ana-password"))
                    .isInstanceOf(LdapFailure.class)
                    .hasMessageContaining("53 (unwilling to perform)");
        }
    }

    private String trusting(TestCertificate certificate) throws IOException, GeneralSecurityException {
        var file = Files.createTempFile(files, "ca", ".pem");
        Files.writeString(file, certificate.certificatePem());
        return file.toString();
    }

    private static SSLSocketFactory factory() throws IOException, GeneralSecurityException {
        var store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        store.setKeyEntry("it", CERTIFICATE.privateKey(), new char[0], new Certificate[] {CERTIFICATE.certificate()});
        var keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        keys.init(store, new char[0]);
        var context = SSLContext.getInstance("TLS");
        context.init(keys.getKeyManagers(), null, null);
        return context.getSocketFactory();
    }
}
