package dev.flagledger.access.saml.store;

import dev.flagledger.ledger.secret.Digest;
import java.sql.Timestamp;
import java.time.Instant;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What identity providers have sent and was used, on any node, for as long as it would be accepted. */
@Component
public final class SeenAssertions {

    private final JdbcClient jdbc;

    public SeenAssertions(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Records that an assertion, or a request that it answers, is used.
     *
     * @param id unique within the configuration
     * @return whether this is the first use
     */
    public boolean use(int configurationId, String id, Instant until) {
        return jdbc.sql("""
                        insert into access.saml_seen (digest, expires_at) values (:digest, :until)
                        on conflict do nothing""")
                        .param("digest", Digest.sha256(configurationId + ":" + id))
                        .param("until", Timestamp.from(until))
                        .update()
                == 1;
    }
}
