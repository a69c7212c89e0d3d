package dev.flagledger.installation.identity;

import dev.flagledger.contract.paging.Page;
import dev.flagledger.contract.paging.PageRequest;
import dev.flagledger.ledger.secret.Digest;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Queries identities. */
@Component
public final class Identities {

    private static final String IDENTITY =
            "select identity.id, identity.environment_id, identity.identifier from installation.identity";

    private final JdbcClient jdbc;

    Identities(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Returns an identifier normalised for case-insensitive search. */
    public static String folded(String identifier) {
        return IdentityCondition.folded(identifier);
    }

    /**
     * Returns a page of an environment's identities, oldest first.
     *
     * @param query part of an identifier, ignoring case, or an exact identifier in double quotes; empty for all
     *     identities
     */
    public Page<KnownIdentity> page(int environmentId, String query, PageRequest request) {
        var search = IdentityCondition.of(query);
        var within = " where identity.environment_id = :environment and " + search.condition();
        long count = jdbc.sql("select count(*) from installation.identity" + within)
                .params(search.parameters(environmentId))
                .query(Long.class)
                .single();
        long before = (request.number(count) - 1L) * request.size();
        var results = jdbc.sql(
                        IDENTITY + within + " order by identity.created_at, identity.id offset :before limit :size")
                .params(search.parameters(environmentId))
                .param("before", before)
                .param("size", request.size())
                .query(Identities::identity)
                .list();
        return request.page(results, count);
    }

    /** Returns the identity with this id, in any environment. */
    public Optional<KnownIdentity> find(int id) {
        return jdbc.sql(IDENTITY + " where identity.id = :id")
                .param("id", id)
                .query(Identities::identity)
                .optional();
    }

    /** Returns the identity with this id, if it is in this environment. */
    public Optional<KnownIdentity> find(int environmentId, int id) {
        return find(id).filter(identity -> identity.environmentId() == environmentId);
    }

    /** Removes what is left of an identity whose environment has ended; the others end with an event of theirs. */
    public void removeRemains(int id) {
        jdbc.sql("delete from installation.trait where trait.identity_id = :id")
                .param("id", id)
                .update();
        jdbc.sql("delete from installation.identity where identity.id = :id")
                .param("id", id)
                .update();
    }

    /** Returns those of these ids that are identities of the environment. */
    public Set<Integer> existing(int environmentId, Collection<Integer> ids) {
        return jdbc.sql("""
                        select identity.id from installation.identity
                        where identity.environment_id = :environment and identity.id = any(:ids)""")
                .param("environment", environmentId)
                .param("ids", ids.toArray(Integer[]::new))
                .query((row, _) -> row.getInt("id"))
                .set();
    }

    /** Returns whether the environment has identities. */
    public boolean areIn(int environmentId) {
        return jdbc.sql(
                        "select exists (select from installation.identity where identity.environment_id = :environment)")
                .param("environment", environmentId)
                .query(Boolean.class)
                .single();
    }

    /** Returns the identity with exactly this identifier. */
    public Optional<KnownIdentity> named(int environmentId, String identifier) {
        return jdbc.sql(IDENTITY + " where identity.environment_id = :environment and identity.digest = :digest")
                .param("environment", environmentId)
                .param("digest", Digest.sha256(identifier))
                .query(Identities::identity)
                .optional();
    }

    private static KnownIdentity identity(ResultSet row, int number) throws SQLException {
        return new KnownIdentity(row.getInt("id"), row.getInt("environment_id"), row.getString("identifier"));
    }
}
