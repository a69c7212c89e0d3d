package dev.flagledger.access.scim;

import dev.flagledger.access.secret.CredentialChanges;
import dev.flagledger.ledger.secret.Digest;
import dev.flagledger.ledger.secret.RandomSecret;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The tokens of directories, one for an organisation. Only the SHA-256 is stored: tokens are 256 random bits. Takes part in the caller's
 * transaction, if there is one.
 */
@Component
public class ScimTokens {

    private final JdbcClient jdbc;
    private final CredentialChanges changes;

    ScimTokens(JdbcClient jdbc, CredentialChanges changes) {
        this.jdbc = jdbc;
        this.changes = changes;
    }

    /** Generates a token, which is shown once. Its beginning lets scanners of source code know it. */
    public static String draw() {
        return "scim_" + RandomSecret.draw();
    }

    /** Stores the token of an organisation's directory, replacing the previous one. */
    public void store(int organisationId, String token) {
        jdbc.sql("""
            insert into access.scim_token (organisation_id, digest) values (:organisation, :digest)
            on conflict (organisation_id) do update set digest = excluded.digest
            """)
                .param("organisation", organisationId)
                .param("digest", Digest.sha256(token))
                .update();
        changes.happened();
    }

    /** Deletes the token of an organisation's directory. Does nothing if there is none. */
    public void remove(int organisationId) {
        jdbc.sql("delete from access.scim_token where scim_token.organisation_id = :organisation")
                .param("organisation", organisationId)
                .update();
        changes.happened();
    }

    /** Returns the id of the organisation whose directory has this token. */
    public Optional<Integer> find(String shown) {
        return jdbc.sql("select scim_token.organisation_id from access.scim_token where scim_token.digest = :digest")
                .param("digest", Digest.sha256(shown))
                .query(Integer.class)
                .optional();
    }
}
