package dev.flagledger.installation.identity;

import dev.flagledger.api.identity.Trait;
import dev.flagledger.ledger.secret.Digest;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Reads one identity with its traits as they are committed, by whatever node. */
@Component
public final class IdentityReader {

    private static final String LOOK = """
            select identity.environment_id, identity.id, identity.identifier, identity.version,
                trait.id as trait_id, trait.trait_key, trait.value_type, trait.value
            from identity left join trait on trait.identity_id = identity.id
            """;
    private static final String NAMED =
            LOOK + " where identity.environment_id = ? and identity.digest = ? order by trait.id";
    private static final String WITH_ID =
            LOOK + " where identity.environment_id = ? and identity.id = ? order by trait.id";

    private final JdbcTemplate jdbc;

    /** Reads from this database. */
    public IdentityReader(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** The identity that is called exactly this; empty if nobody is. */
    public Optional<IdentityState> named(int environmentId, String identifier) {
        return Objects.requireNonNull(
                jdbc.query(NAMED, IdentityReader::state, environmentId, Digest.sha256(identifier)));
    }

    /** The identity of this environment with this id. */
    public Optional<IdentityState> find(int environmentId, int id) {
        return Objects.requireNonNull(jdbc.query(WITH_ID, IdentityReader::state, environmentId, id));
    }

    private static Optional<IdentityState> state(ResultSet rows) throws SQLException {
        if (!rows.next()) {
            return Optional.empty();
        }
        int environmentId = rows.getInt("environment_id");
        int id = rows.getInt("id");
        var identifier = rows.getString("identifier");
        long version = rows.getLong("version");
        var traits = new ArrayList<Trait>();
        do {
            int traitId = rows.getInt("trait_id");
            if (!rows.wasNull()) {
                traits.add(new Trait(
                        traitId,
                        rows.getString("trait_key"),
                        Trait.Type.valueOf(rows.getString("value_type")),
                        rows.getString("value")));
            }
        } while (rows.next());
        return Optional.of(new IdentityState(environmentId, id, identifier, version, List.copyOf(traits)));
    }
}
