package dev.flagledger.access.saml.store;

import dev.flagledger.ledger.secret.Digest;
import dev.flagledger.ledger.secret.InstallationKey;
import dev.flagledger.ledger.secret.Wrapping;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * The codes that carry a login from the address for responses to the dashboard. A code works once, within a minute. What it stands for
 * is sealed, since it describes a person, and deleted when it is used or over.
 */
@Component
public final class LoginCodes {

    /** How long a code works. */
    public static final Duration LIFETIME = Duration.ofMinutes(1);

    private static final int BYTES = 32;
    private static final int MAX_LENGTH = 100;

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final JdbcClient jdbc;
    private final Wrapping wrapping;
    private final Clock clock;

    public LoginCodes(JdbcClient jdbc, InstallationKey installation, Clock clock) {
        this.jdbc = jdbc;
        this.wrapping = new Wrapping(installation, "saml login codes");
        this.clock = clock;
    }

    /** Issues a code for a login. */
    public String issue(PendingLogin login) {
        var random = new byte[BYTES];
        RANDOM.nextBytes(random);
        var code = Base64.getUrlEncoder().withoutPadding().encodeToString(random);
        var digest = Digest.sha256(code);
        jdbc.sql("insert into access.saml_code (digest, sealed, expires_at) values (:digest, :sealed, :until)")
                .param("digest", digest)
                .param("sealed", wrapping.wrap(JSON.writeValueAsBytes(login), place(digest)))
                .param("until", Timestamp.from(clock.instant().plus(LIFETIME)))
                .update();
        return code;
    }

    /** Uses a code; empty if there is none like it, or none any more. */
    public Optional<PendingLogin> use(String code) {
        if (code.length() > MAX_LENGTH) {
            return Optional.empty();
        }
        var digest = Digest.sha256(code);
        return jdbc.sql("""
                        delete from access.saml_code where saml_code.digest = :digest and saml_code.expires_at > :now
                        returning saml_code.sealed""")
                .param("digest", digest)
                .param("now", Timestamp.from(clock.instant()))
                .query((row, _) -> wrapping.unwrap(row.getBytes("sealed"), place(digest)))
                .optional()
                .map(json -> JSON.readValue(new String(json, StandardCharsets.UTF_8), PendingLogin.class));
    }

    private static String place(byte[] digest) {
        return HexFormat.of().formatHex(digest);
    }
}
