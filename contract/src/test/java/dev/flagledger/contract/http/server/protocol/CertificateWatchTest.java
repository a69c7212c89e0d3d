package dev.flagledger.contract.http.server.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.util.Collections;
import javax.net.ssl.KeyManager;
import org.eclipse.jetty.util.ssl.SslContextFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** The files are polled when the test says so. */
@ExtendWith(OutputCaptureExtension.class)
class CertificateWatchTest {

    private static final TestCertificate FIRST = TestCertificate.make();
    private static final TestCertificate SECOND = TestCertificate.make();

    @TempDir
    private Path directory;

    private final SslContextFactory.Server tls = new SslContextFactory.Server();

    @BeforeEach
    void write() throws GeneralSecurityException, IOException {
        FIRST.writeTo(directory);
    }

    @Test
    void theFilesAreReadAtTheStart() throws GeneralSecurityException {
        watch();

        assertThat(used()).isEqualTo(FIRST.certificate());
    }

    @Test
    void unusableFilesPreventTheStart() throws IOException {
        var files = files();
        Files.writeString(files.privateKey(), SECOND.privateKeyPem());

        assertThatThrownBy(() -> new CertificateWatch(files, tls)).hasMessageContaining("matches none");

        Files.delete(files.certificate());

        assertThatThrownBy(() -> new CertificateWatch(files, tls)).hasMessageContaining("certificate.pem");
    }

    @Test
    void newFilesAreReadOnceTheyAreUnchanged(CapturedOutput output) throws GeneralSecurityException, IOException {
        var watch = watch();

        SECOND.writeTo(directory);
        watch.poll();
        assertThat(used()).isEqualTo(FIRST.certificate());
        watch.poll();
        assertThat(used()).isEqualTo(SECOND.certificate());
        watch.poll();
        watch.poll();
        assertThat(output).containsOnlyOnce("There is a new TLS certificate");
    }

    @Test
    void aMismatchedPairIsIgnoredAndLoggedOnce(CapturedOutput output) throws GeneralSecurityException, IOException {
        var watch = watch();

        Files.writeString(files().privateKey(), SECOND.privateKeyPem());
        for (int poll = 0; poll < 5; poll++) {
            watch.poll();
        }

        assertThat(used()).isEqualTo(FIRST.certificate());
        assertThat(output.getAll().lines().filter(line -> line.contains("the one before is kept")))
                .hasSize(1);
        assertThat(output).doesNotContain("\tat ");

        SECOND.writeTo(directory);
        watch.poll();
        watch.poll();
        assertThat(used()).isEqualTo(SECOND.certificate());
    }

    /** As when a key becomes readable for the server after its replacement. */
    @Test
    void unusableFilesAreTriedAgain(CapturedOutput output) throws GeneralSecurityException, IOException {
        var watch = watch();
        var key = files().privateKey();
        var replaced = FileTime.fromMillis(0);

        Files.writeString(files().certificate(), SECOND.certificatePem());
        Files.writeString(key, SECOND.privateKeyPem().replace("BEGIN", "OTHER"));
        Files.setLastModifiedTime(key, replaced);
        watch.poll();
        watch.poll();
        watch.poll();
        assertThat(used()).isEqualTo(FIRST.certificate());
        assertThat(output).containsOnlyOnce("the one before is kept");

        Files.writeString(key, SECOND.privateKeyPem());
        Files.setLastModifiedTime(key, replaced);
        watch.poll();
        assertThat(used()).isEqualTo(SECOND.certificate());
    }

    @Test
    void aCertificateThatCannotBeLoadedLeavesTheOneBefore() throws Exception {
        var picky = new SslContextFactory.Server() {
            @Override
            protected KeyManager[] getKeyManagers(KeyStore store) throws Exception {
                if (store.getCertificateAlias(SECOND.certificate()) != null) {
                    throw new GeneralSecurityException("unsuitable");
                }
                return super.getKeyManagers(store);
            }
        };
        var watch = new CertificateWatch(files(), picky);
        picky.start();

        SECOND.writeTo(directory);
        watch.poll();
        watch.poll();

        assertThat(picky.getKeyStore().getCertificateAlias(FIRST.certificate())).isNotNull();
        assertThat(picky.getSslContext()).isNotNull();
    }

    @Test
    void anIncompleteFileIsNotUsed() throws GeneralSecurityException, IOException {
        var watch = watch();
        var pem = SECOND.certificatePem();

        Files.writeString(files().certificate(), pem.substring(0, pem.length() / 2));
        watch.poll();
        watch.poll();

        assertThat(used()).isEqualTo(FIRST.certificate());
    }

    /** As certbot renews certificates. */
    @Test
    void linksToOtherFilesAreFollowed() throws GeneralSecurityException, IOException {
        var archive = Files.createDirectory(directory.resolve("archive"));
        var live = Files.createDirectory(directory.resolve("live"));
        for (var name : new String[] {"certificate.pem", "key.pem"}) {
            Files.copy(directory.resolve(name), archive.resolve(name + "1"));
            Files.createSymbolicLink(live.resolve(name), Path.of("../archive", name + "1"));
        }
        var watch = new CertificateWatch(files(live), tls);

        Files.writeString(archive.resolve("certificate.pem2"), SECOND.certificatePem());
        Files.writeString(archive.resolve("key.pem2"), SECOND.privateKeyPem());
        for (var name : new String[] {"certificate.pem", "key.pem"}) {
            Files.delete(live.resolve(name));
            Files.createSymbolicLink(live.resolve(name), Path.of("../archive", name + "2"));
        }
        watch.poll();
        watch.poll();

        assertThat(used()).isEqualTo(SECOND.certificate());
    }

    /** As Kubernetes updates mounted secrets. */
    @Test
    void aLinkToAnotherDirectoryIsFollowed() throws GeneralSecurityException, IOException {
        FIRST.writeTo(Files.createDirectory(directory.resolve("..1")));
        SECOND.writeTo(Files.createDirectory(directory.resolve("..2")));
        Files.createSymbolicLink(directory.resolve("..data"), Path.of("..1"));
        for (var name : new String[] {"certificate.pem", "key.pem"}) {
            Files.delete(directory.resolve(name));
            Files.createSymbolicLink(directory.resolve(name), Path.of("..data", name));
        }
        var watch = watch();

        var swap = Files.createSymbolicLink(directory.resolve("..data_tmp"), Path.of("..2"));
        Files.move(swap, directory.resolve("..data"), StandardCopyOption.ATOMIC_MOVE);
        watch.poll();
        watch.poll();

        assertThat(used()).isEqualTo(SECOND.certificate());
    }

    private CertificateWatch watch() {
        return new CertificateWatch(files(), tls);
    }

    private CertificateFiles files() {
        return files(directory);
    }

    private static CertificateFiles files(Path directory) {
        return new CertificateFiles(directory.resolve("certificate.pem"), directory.resolve("key.pem"));
    }

    private Certificate used() throws GeneralSecurityException {
        KeyStore store = tls.getKeyStore();
        return store.getCertificate(Collections.list(store.aliases()).getFirst());
    }
}
