package dev.flagledger.access.federation.used;

import dev.flagledger.ledger.secret.Digest;
import java.sql.Timestamp;
import java.time.Instant;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What identity providers have sent and was used, on any node, for as long as it would be accepted. */
@Component
public final class UsedLogins {

    private final JdbcClient jdbc;

    public UsedLogins(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The protocol of a login; what is used by one may have the same name in another. */
    public enum Protocol {
        /** An assertion, or a request that it answers, of a configuration. */
        SAML,
        /** The state of a login at a provider. */
        OIDC
    }

    /**
     * Records that something is used.
     *
     * @param party id of the configuration or provider
     * @param id unique within it
     * @param until when it would no longer be accepted anyway
     * @return whether this is the first use
     */
    public boolean use(Protocol protocol, int party, String id, Instant until) {
        return jdbc.sql("""
                        insert into access.used_login (digest, expires_at) values (:digest, :until)
                        on conflict do nothing""")
                        .param("digest", Digest.sha256(protocol + ":" + party + ":" + id))
                        .param("until", Timestamp.from(until))
                        .update()
                == 1;
    }
}
