package dev.flagledger.installation.identity;

import dev.flagledger.api.identity.Trait;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Queries traits. */
@Component
public final class Traits {

    private final JdbcClient jdbc;

    Traits(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Returns the traits of an identity, sorted by id. */
    public List<KnownTrait> of(int identityId) {
        return jdbc.sql("""
                        select trait.id, trait.trait_key, trait.value_type, trait.value, trait.created_at
                        from installation.trait where trait.identity_id = :identity order by trait.id
                        """).param("identity", identityId).query(Traits::trait).list();
    }

    /** Returns one trait of an identity. */
    public Optional<KnownTrait> find(int identityId, int id) {
        return of(identityId).stream().filter(known -> known.trait().id() == id).findAny();
    }

    /** Returns the distinct trait keys of an environment, sorted. Skips from key to key in the index. */
    public List<String> keys(int environmentId) {
        return jdbc.sql("""
                        with recursive seen(trait_key) as (
                            (select trait.trait_key from installation.trait where trait.environment_id = :environment
                            order by trait.trait_key limit 1)
                            union all
                            select (select trait.trait_key from installation.trait
                                where trait.environment_id = :environment and trait.trait_key > seen.trait_key
                                order by trait.trait_key limit 1)
                            from seen where seen.trait_key is not null)
                        select seen.trait_key from seen where seen.trait_key is not null
                        """)
                .param("environment", environmentId)
                .query((row, _) -> row.getString(1))
                .list();
    }

    /** Returns up to {@code most} ids of identities with a trait of this key, ascending after {@code last}. */
    public List<Integer> having(int environmentId, String key, int last, int most) {
        return jdbc.sql("""
                        select trait.identity_id from installation.trait
                        where trait.environment_id = :environment and trait.trait_key = :key and trait.identity_id > :last
                        order by trait.identity_id limit :most
                        """)
                .param("environment", environmentId)
                .param("key", key)
                .param("last", last)
                .param("most", most)
                .query((row, _) -> row.getInt(1))
                .list();
    }

    private static KnownTrait trait(ResultSet row, int number) throws SQLException {
        var trait = new Trait(
                row.getInt("id"),
                row.getString("trait_key"),
                Trait.Type.valueOf(row.getString("value_type")),
                row.getString("value"));
        return new KnownTrait(
                trait, row.getObject("created_at", OffsetDateTime.class).toInstant());
    }
}
