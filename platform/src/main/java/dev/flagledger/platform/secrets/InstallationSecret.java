package dev.flagledger.platform.secrets;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.function.Supplier;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.util.function.SingletonSupplier;

/** The secret of this installation: the operator's, or one that the first node to need it draws and keeps. */
@Component
class InstallationSecret {

    private static final int BYTES = 32;

    private final JdbcClient jdbc;
    private final Supplier<byte[]> key;

    InstallationSecret(JdbcClient jdbc, @Value("${flagledger.secret-key:}") String given) {
        this.jdbc = jdbc;
        this.key = given.isEmpty() ? SingletonSupplier.of(this::kept) : () -> given.getBytes(StandardCharsets.UTF_8);
    }

    /** What only those who know the secret can say about this message: its HMAC-SHA256. */
    byte[] mac(String message) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key.get(), "HmacSHA256"));
            return mac.doFinal(message.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has HMAC-SHA256", e);
        }
    }

    /** Two nodes may draw at once; the first to store wins, and both read what it stored. */
    private byte[] kept() {
        var drawn = new byte[BYTES];
        new SecureRandom().nextBytes(drawn);
        jdbc.sql("insert into installation_secret (secret) values (:secret) on conflict do nothing")
                .param("secret", drawn)
                .update();
        return jdbc.sql("select installation_secret.secret from installation_secret")
                .query((row, _) -> row.getBytes("secret"))
                .single();
    }
}
