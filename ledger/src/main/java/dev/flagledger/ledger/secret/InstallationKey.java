package dev.flagledger.ledger.secret;

import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.crypto.SecretKey;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The key that everything else is encrypted under, drawn by the first node to start. It is kept wrapped under a key that is
 * derived from the installation's secret, so that a new secret needs only this one row written anew.
 */
@Component
@DependsOnDatabaseInitialization
public final class InstallationKey {

    private static final byte[] BOUND = Derivation.bytes("installation key");

    private final AesGcm cipher = AesGcm.random();
    private final byte[] key;

    /**
     * The key of this installation.
     *
     * @param previous the secret before the present one, or empty
     * @throws IllegalStateException if neither secret is the one that it is wrapped under
     */
    public InstallationKey(
            JdbcClient jdbc, InstallationSecret secret, @Value("${flagledger.secret-key-previous:}") String previous) {
        var wrapping = secret.wrapping();
        var drawn = new byte[Derivation.KEY_BYTES];
        new SecureRandom().nextBytes(drawn);
        jdbc.sql("insert into ledger.installation_key (wrapped) values (:wrapped) on conflict do nothing")
                .param("wrapped", cipher.seal(wrapping, drawn, BOUND))
                .update();
        var kept = jdbc.sql("select installation_key.wrapped from ledger.installation_key")
                .query((row, _) -> row.getBytes("wrapped"))
                .single();
        this.key = opened(wrapping, kept).orElseGet(() -> rewrapped(jdbc, secret, previous, kept));
    }

    /** A key for one purpose, from which neither this one nor any other follows. */
    public SecretKey derive(String purpose) {
        return Derivation.key(key, purpose);
    }

    private byte[] rewrapped(JdbcClient jdbc, InstallationSecret secret, String previous, byte[] kept) {
        var opened = earlier(jdbc, previous).stream()
                .map(InstallationSecret::wrappingOf)
                .flatMap(earlier -> opened(earlier, kept).stream())
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("FLAGLEDGER_SECRET_KEY is not the secret that this"
                        + " installation was started with. To change it, give the one from before as"
                        + " FLAGLEDGER_SECRET_KEY_PREVIOUS."));
        jdbc.sql("update ledger.installation_key set wrapped = :wrapped where wrapped = :kept")
                .param("wrapped", cipher.seal(secret.wrapping(), opened, BOUND))
                .param("kept", kept)
                .update();
        return opened;
    }

    /** The secrets that may have been the last one: that which is given as such, and the one that was drawn. */
    private static List<byte[]> earlier(JdbcClient jdbc, String previous) {
        var secrets = new ArrayList<>(InstallationSecret.drawn(jdbc));
        if (!previous.isEmpty()) {
            secrets.add(Derivation.bytes(previous));
        }
        return secrets;
    }

    private Optional<byte[]> opened(SecretKey wrapping, byte[] kept) {
        try {
            return Optional.of(cipher.open(wrapping, kept, BOUND));
        } catch (BrokenSealException _) {
            return Optional.empty();
        }
    }
}
