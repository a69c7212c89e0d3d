package dev.flagledger.ledger.secret;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The secret of this installation: the one that the operator configured; else that of a file, which the first node to start creates; and
 * where there is no place for a file, one that the first node stores in the database. The last protects nothing from whoever has a copy of
 * the database.
 */
@Component
@DependsOnDatabaseInitialization
public final class InstallationSecret {

    private static final Logger LOG = LoggerFactory.getLogger(InstallationSecret.class);
    private static final String ALGORITHM = "HmacSHA256";
    private static final int BYTES = 32;

    private final byte[] secret;
    private final SecretKeySpec key;

    /** Creates the secret of an installation that has no file for it. {@code configured} is empty for the one in the database. */
    public InstallationSecret(JdbcClient jdbc, String configured) {
        this(jdbc, configured, "");
    }

    /**
     * Finds the secret, or generates it.
     *
     * @param configured empty if the operator gives none
     * @param file the path of the file; empty if there is no place for one
     * @throws IllegalStateException if the installation has a secret, but not here
     */
    @Autowired
    public InstallationSecret(
            JdbcClient jdbc,
            @Value("${flagledger.secret-key:}") String configured,
            @Value("${flagledger.secret-key-file:}") String file) {
        // Generated here, since a rollback of the transaction of a first use would lose it.
        this.secret = configured.isEmpty() ? found(jdbc, file) : Derivation.bytes(configured);
        this.key = new SecretKeySpec(secret, ALGORITHM);
    }

    /** The HMAC-SHA256 of a message under the secret. */
    public byte[] mac(String message) {
        try {
            var mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            return mac.doFinal(message.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has HMAC-SHA256", e);
        }
    }

    private static byte[] found(JdbcClient jdbc, String file) {
        // Asked first: the node that stores a key has its secret before, so that a node that starts meanwhile finds
        // both or none.
        boolean begun = hasKey(jdbc);
        var place = Optional.of(file).filter(Predicate.not(String::isEmpty)).map(path -> new SecretFile(Path.of(path)));
        var kept = place.flatMap(SecretFile::read);
        if (kept.isPresent()) {
            return Derivation.bytes(kept.get());
        }
        var stored = stored(jdbc);
        if (stored.isEmpty() && begun) {
            throw new IllegalStateException("This installation was started with a secret that is not here. Give it as"
                    + " FLAGLEDGER_SECRET_KEY"
                    + place.map(missing -> ", or put back its file " + missing.path())
                            .orElse(", or name its file as FLAGLEDGER_SECRET_KEY_FILE")
                    + ".");
        }
        if (stored.isEmpty() && place.isPresent()) {
            return Derivation.bytes(place.get().create());
        }
        LOG.warn(
                "The secret of this installation is in its database, so that a copy of the database is sufficient to read personal"
                        + " data and secrets in it. Set FLAGLEDGER_SECRET_KEY on every node.");
        return stored.isEmpty() ? generate(jdbc) : stored.getFirst();
    }

    private static boolean hasKey(JdbcClient jdbc) {
        return jdbc.sql("select exists (select from ledger.installation_key)")
                .query(Boolean.class)
                .single();
    }

    /** Two nodes may generate a secret concurrently; both then use the one that was stored first. */
    private static byte[] generate(JdbcClient jdbc) {
        var generated = new byte[BYTES];
        new SecureRandom().nextBytes(generated);
        jdbc.sql("insert into ledger.installation_secret (secret) values (:secret) on conflict do nothing")
                .param("secret", generated)
                .update();
        return stored(jdbc).getFirst();
    }

    /** The secret that is in the database; empty if there is none. */
    static List<byte[]> stored(JdbcClient jdbc) {
        return jdbc.sql("select installation_secret.secret from ledger.installation_secret")
                .query((row, _) -> row.getBytes("secret"))
                .list();
    }

    /** The key that wraps the installation key. */
    SecretKey wrappingKey() {
        return wrappingKeyOf(secret);
    }

    static SecretKey wrappingKeyOf(byte[] secret) {
        return Derivation.key(secret, "wrapping");
    }
}
