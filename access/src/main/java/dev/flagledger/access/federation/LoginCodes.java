package dev.flagledger.access.federation;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.flagledger.ledger.secret.Digest;
import dev.flagledger.ledger.secret.InstallationKey;
import dev.flagledger.ledger.secret.RandomSecret;
import dev.flagledger.ledger.secret.Wrapping;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * Codes with which a client fetches the result of a login at a provider, after the browser has returned from there. Each is good once, and
 * for two minutes, by the clock of the database, and for one browser if that has a secret.
 */
@Component
public class LoginCodes {

    /** The time for which a code is good. */
    public static final Duration GOOD = Duration.ofMinutes(2);

    private static final JsonMapper JSON = JsonMapper.shared();

    private final JdbcClient jdbc;
    private final Wrapping wrapping;

    public LoginCodes(JdbcClient jdbc, InstallationKey key) {
        this.jdbc = jdbc;
        this.wrapping = new Wrapping(key, "login codes");
    }

    /** What a code stands for. */
    private record Kept(
            FederatedIdentity identity, @Nullable String browser) {}

    /**
     * Makes a code for a person who has logged in at a provider.
     *
     * @param browser the secret of the browser that may use it; null for any
     */
    public String issue(FederatedIdentity identity, @Nullable String browser) {
        var code = RandomSecret.draw();
        var digest = Digest.sha256(code);
        jdbc.sql("""
            insert into access.login_code (digest, sealed, expires_at)
            values (:digest, :sealed, now() + :seconds * interval '1 second')
            """)
                .param("digest", digest)
                .param("sealed", wrapping.wrap(JSON.writeValueAsBytes(new Kept(identity, browser)), place(digest)))
                .param("seconds", GOOD.toSeconds())
                .update();
        return code;
    }

    /**
     * Returns who has logged in, and ends the code; empty if it is not good.
     *
     * @param browser the secret of the browser that brings it; null if it has none
     */
    public Optional<FederatedIdentity> redeem(String code, @Nullable String browser) {
        var digest = Digest.sha256(code);
        return jdbc.sql("""
            delete from access.login_code where login_code.digest = :digest
            returning case when login_code.expires_at > now() then login_code.sealed end as sealed
            """)
                .param("digest", digest)
                .query((row, _) -> Optional.ofNullable(row.getBytes("sealed")))
                .optional()
                .flatMap(found -> found)
                .map(found -> JSON.readValue(wrapping.unwrap(found, place(digest)), Kept.class))
                .filter(kept -> kept.browser() == null || isEqual(kept.browser(), browser))
                .map(Kept::identity);
    }

    private static boolean isEqual(String expected, @Nullable String shown) {
        return shown != null && MessageDigest.isEqual(expected.getBytes(UTF_8), shown.getBytes(UTF_8));
    }

    private static String place(byte[] digest) {
        return HexFormat.of().formatHex(digest);
    }
}
