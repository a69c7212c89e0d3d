package dev.flagledger.contract.http.server.protocol;

import dev.flagledger.contract.http.server.protocol.CertificateFiles.Version;
import java.security.KeyStore;
import java.time.Duration;
import java.util.List;
import org.eclipse.jetty.util.component.AbstractLifeCycle;
import org.eclipse.jetty.util.ssl.SslContextFactory;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Loads the server's certificate, and reloads it when the files have changed. Polls every two seconds, which detects every kind of
 * replacement on every file system, unlike file system events. Open connections keep their certificate.
 */
final class CertificateWatch extends AbstractLifeCycle {

    private static final Logger LOG = LoggerFactory.getLogger(CertificateWatch.class);
    private static final Duration INTERVAL = Duration.ofSeconds(2);

    private final CertificateFiles files;
    private final SslContextFactory.Server tls;
    private List<Version> used;
    private List<Version> seen;
    private List<Version> unusable = List.of();
    private KeyStore current;

    /** @throws RuntimeException if the files cannot be used */
    CertificateWatch(CertificateFiles files, SslContextFactory.Server tls) {
        this.files = files;
        this.tls = tls;
        this.used = files.versions();
        this.seen = used;
        this.current = files.read();
        tls.setKeyStore(current);
    }

    @Override
    protected void doStart() {
        Thread.ofVirtual().name("certificate-watch").start(this::watch);
    }

    private void watch() {
        try {
            while (isRunning()) {
                Thread.sleep(INTERVAL);
                poll();
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    /**
     * Reloads changed files once two polls have found the same: until then, they may be incomplete. Unusable files are tried again
     * at each poll, since a change of permissions does not show.
     */
    void poll() {
        var found = files.versions();
        if (found.equals(seen) && !found.equals(used)) {
            use(found);
        }
        seen = found;
    }

    private void use(List<Version> found) {
        try {
            var renewed = files.read();
            load(renewed);
            current = renewed;
            used = found;
            LOG.info("There is a new TLS certificate in {}", files.certificate());
        } catch (Exception e) {
            if (!found.equals(unusable)) {
                unusable = found;
                LOG.warn(
                        "The TLS certificate in {} and the key in {} cannot be used, and the one before is kept: {}",
                        files.certificate(),
                        files.privateKey(),
                        e.getMessage());
            }
        }
    }

    /** Jetty unloads the previous key store before it loads another, also if that fails. */
    private void load(KeyStore renewed) throws Exception {
        try {
            tls.reload(factory -> factory.setKeyStore(renewed));
        } catch (Exception e) {
            tls.reload(factory -> factory.setKeyStore(current));
            throw e;
        }
    }
}
