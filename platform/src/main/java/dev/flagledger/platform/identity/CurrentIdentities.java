package dev.flagledger.platform.identity;

import dev.flagledger.api.Claim;
import dev.flagledger.api.identity.Trait;
import dev.flagledger.ledger.projection.NotCaughtUp;
import dev.flagledger.ledger.secret.KeyedDigest;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Looks one identity up as it is after all that is recorded of it, by whatever node. Who is called so is known from the
 * names that were claimed with the events. Whether the register shows the last event is seen in the same look, so that
 * nobody waits because of what happened to others.
 */
@Component
public final class CurrentIdentities {

    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final Duration LOOK_AGAIN = Duration.ofMillis(2);
    private static final String LOOK = """
            select claimed.id, claimed.head, identity.version,
                trait.id as trait_id, trait.trait_key, trait.value_type, trait.value
            from (select split_part(claimed_name.owner, '-', 3)::integer as id,
                    (select max(event.sequence_number) from ledger.event where event.aggregate_id = claimed_name.owner) as head
                from ledger.claimed_name where claimed_name.kind = :kind
                    and claimed_name.scope = :scope and claimed_name.digest = :digest) as claimed
                left join identity on identity.id = claimed.id
                left join trait on trait.identity_id = identity.id
            order by trait.id
            """;

    private final JdbcClient jdbc;
    private final KeyedDigest digests;

    CurrentIdentities(JdbcClient jdbc, KeyedDigest digests) {
        this.jdbc = jdbc;
        this.digests = digests;
    }

    /**
     * The identity that is called exactly this; empty if nobody is.
     *
     * @throws NotCaughtUp if the register does not come to show it in time
     */
    public Optional<CurrentIdentity> named(int environmentId, String identifier) {
        var digest = digests.of(identifier);
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        var rows = look(environmentId, digest);
        while (!rows.stream().allMatch(Row::isCurrent)) {
            if (System.nanoTime() > deadline || Thread.currentThread().isInterrupted()) {
                throw new NotCaughtUp("The register of identities");
            }
            LockSupport.parkNanos(LOOK_AGAIN.toNanos());
            rows = look(environmentId, digest);
        }
        return rows.isEmpty() ? Optional.empty() : Optional.of(identity(identifier, rows));
    }

    private List<Row> look(int environmentId, byte[] digest) {
        return jdbc.sql(LOOK)
                .param("kind", Claim.Kind.IDENTIFIER.name())
                .param("scope", Integer.toString(environmentId))
                .param("digest", digest)
                .query(CurrentIdentities::row)
                .list();
    }

    private static CurrentIdentity identity(String identifier, List<Row> rows) {
        var traits =
                rows.stream().flatMap(row -> Stream.ofNullable(row.trait())).toList();
        return new CurrentIdentity(rows.getFirst().id(), identifier, traits);
    }

    /** One of the traits, or the only row if there are none. The version is -1 while the register has no such identity. */
    private record Row(
            int id, long head, long version, @Nullable Trait trait) {

        boolean isCurrent() {
            return version >= head;
        }
    }

    private static Row row(ResultSet row, int number) throws SQLException {
        var version = row.getObject("version", Long.class);
        var traitId = row.getObject("trait_id", Integer.class);
        var trait = traitId == null
                ? null
                : new Trait(
                        traitId,
                        row.getString("trait_key"),
                        Trait.Type.valueOf(row.getString("value_type")),
                        row.getString("value"));
        return new Row(row.getInt("id"), row.getLong("head"), version == null ? -1 : version, trait);
    }
}
