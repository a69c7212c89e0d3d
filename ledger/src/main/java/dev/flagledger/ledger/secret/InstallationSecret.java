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

/** The secret of this installation: the operator's, or one that the first node to start draws and keeps. */
@Component
@DependsOnDatabaseInitialization
public final class InstallationSecret {

    private static final String ALGORITHM = "HmacSHA256";
    private static final int BYTES = 32;

    private final byte[] secret;
    private final SecretKeySpec key;

    /** The secret that is given, or else the one in the database; empty for none given. */
    public InstallationSecret(JdbcClient jdbc, @Value("${flagledger.secret-key:}") String given) {
        // At once: in the transaction of a first use it would be lost if that is rolled back.
        this.secret = given.isEmpty() ? kept(jdbc) : given.getBytes(StandardCharsets.UTF_8);
        this.key = new SecretKeySpec(secret, ALGORITHM);
    }

    /** What only those who know the secret can say about this message: its HMAC-SHA256. */
    public byte[] mac(String message) {
        try {
            var mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            return mac.doFinal(message.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has HMAC-SHA256", e);
        }
    }

    /** Two nodes may draw at once; the first to store wins, and both read what it stored. */
    private static byte[] kept(JdbcClient jdbc) {
        var drawn = new byte[BYTES];
        new SecureRandom().nextBytes(drawn);
        jdbc.sql("insert into ledger.installation_secret (secret) values (:secret) on conflict do nothing")
                .param("secret", drawn)
                .update();
        return drawn(jdbc).getFirst();
    }

    /** The secret that was drawn; none where the operator has always given one. */
    static List<byte[]> drawn(JdbcClient jdbc) {
        return jdbc.sql("select installation_secret.secret from ledger.installation_secret")
                .query((row, _) -> row.getBytes("secret"))
                .list();
    }

    /** What the key of the installation is kept under. */
    SecretKey wrapping() {
        return wrappingOf(secret);
    }

    static SecretKey wrappingOf(byte[] secret) {
        return Derivation.key(secret, "wrapping");
    }
}
