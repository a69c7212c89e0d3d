package dev.flagledger.installation.identity.log;

import dev.flagledger.api.identity.Trait;
import dev.flagledger.ledger.database.Parameters;
import dev.flagledger.ledger.group.GroupedCalls;
import dev.flagledger.ledger.secret.Digest;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Reads identities with their traits from the database. */
@Component
public final class IdentityReader {

    private static final String COLUMNS =
            " identity.environment_id, identity.id, identity.identifier, identity.version,"
                    + " trait.id as trait_id, trait.trait_key, trait.value_type, trait.value ";

    /** Lateral joins enforce the index, independent of the statistics at planning time. */
    private static final String NAMED = "select asked.place," + COLUMNS + """
            from unnest(?::int[], ?::bytea[]) with ordinality as asked (environment_id, digest, place)
                cross join lateral (
                    select identity.* from installation.identity
                    where identity.environment_id = asked.environment_id and identity.digest = asked.digest limit 1) as identity
                left join lateral (
                    select trait.* from installation.trait where trait.identity_id = identity.id offset 0) as trait on true
            order by asked.place, trait.id
            """;

    private static final String WITH_ID = "select 1 as place," + COLUMNS + """
            from installation.identity left join installation.trait on trait.identity_id = identity.id
            where identity.environment_id = ? and identity.id = ? order by trait.id
            """;

    private final JdbcTemplate jdbc;
    private final GroupedCalls<Name, Optional<IdentityState>> looks = new GroupedCalls<>(this::named);

    /** Creates a reader. */
    public IdentityReader(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    private record Name(int environmentId, String identifier) {}

    /**
     * Returns the identity with exactly this identifier, if there is one. Concurrent calls share a statement, so that
     * it must not be called within a transaction.
     *
     * @throws dev.flagledger.ledger.group.BrokenOffException if the database is not available
     */
    public Optional<IdentityState> named(int environmentId, String identifier) {
        return looks.call(new Name(environmentId, identifier));
    }

    /** Returns the identity with this id, if it is in this environment. */
    public Optional<IdentityState> find(int environmentId, int id) {
        return Objects.requireNonNull(jdbc.query(WITH_ID, (ResultSet rows) -> states(rows, 1), environmentId, id))
                .getFirst();
    }

    private List<Optional<IdentityState>> named(List<Name> names) {
        return Objects.requireNonNull(jdbc.query(
                NAMED,
                statement -> {
                    var parameters = new Parameters(statement);
                    parameters.add("int", names, Name::environmentId);
                    parameters.addBytes(names, name -> Digest.sha256(name.identifier()));
                },
                (ResultSet rows) -> states(rows, names.size())));
    }

    /** Returns the state for each place, from 1; rows of a place are adjacent. */
    private static List<Optional<IdentityState>> states(ResultSet rows, int places) throws SQLException {
        var states = new ArrayList<Optional<IdentityState>>(Collections.nCopies(places, Optional.empty()));
        boolean more = rows.next();
        while (more) {
            int place = rows.getInt("place");
            int environmentId = rows.getInt("environment_id");
            int id = rows.getInt("id");
            var identifier = rows.getString("identifier");
            long version = rows.getLong("version");
            var traits = new ArrayList<Trait>();
            do {
                trait(rows).ifPresent(traits::add);
                more = rows.next();
            } while (more && rows.getInt("place") == place);
            var state = new IdentityState(environmentId, id, identifier, version, List.copyOf(traits));
            states.set(place - 1, Optional.of(state));
        }
        return states;
    }

    private static Optional<Trait> trait(ResultSet row) throws SQLException {
        int id = row.getInt("trait_id");
        return row.wasNull()
                ? Optional.empty()
                : Optional.of(new Trait(
                        id,
                        row.getString("trait_key"),
                        Trait.Type.valueOf(row.getString("value_type")),
                        row.getString("value")));
    }
}
