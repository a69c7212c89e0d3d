package dev.flagledger.ledger.secret;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The secret of this installation: the one that the operator configured, or one that the first node generates and stores. */
@Component
@DependsOnDatabaseInitialization
public final class InstallationSecret {

    private static final String ALGORITHM = "HmacSHA256";
    private static final int BYTES = 32;

    private final byte[] secret;
    private final SecretKeySpec key;

    /** {@code configured} is empty for the generated secret. */
    public InstallationSecret(JdbcClient jdbc, @Value("${flagledger.secret-key:}") String configured) {
        // Generated here, since a rollback of the transaction of a first use would lose it.
        this.secret = configured.isEmpty() ? stored(jdbc) : configured.getBytes(StandardCharsets.UTF_8);
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

    /** Two nodes may generate a secret concurrently; both then use the one that was stored first. */
    private static byte[] stored(JdbcClient jdbc) {
        var generated = new byte[BYTES];
        new SecureRandom().nextBytes(generated);
        jdbc.sql("insert into ledger.installation_secret (secret) values (:secret) on conflict do nothing")
                .param("secret", generated)
                .update();
        return generated(jdbc).getFirst();
    }

    /** The generated secret; empty if the operator has always configured one. */
    static List<byte[]> generated(JdbcClient jdbc) {
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
