package dev.flagledger.installation.identity.rebuild;

import dev.flagledger.api.identity.IdentityCommand;
import dev.flagledger.installation.identity.log.row.IdentityRow;
import dev.flagledger.installation.identity.log.row.NewIdentityRows;
import dev.flagledger.installation.identity.rebuild.IdentityImage.IdentityColumns;
import dev.flagledger.installation.identity.rebuild.IdentityImage.TraitColumns;
import dev.flagledger.ledger.database.Parameters;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.JdbcTemplate;

/** The tables of identities and traits, as they are. Each method is one statement or several in the caller's transaction. */
final class IdentityTables {

    private static final String RESTORE = "with alive as (select place::int from generate_series(1, ?::int) as place), "
            + NewIdentityRows.INSERT + " select guard.id from guard";

    private final JdbcTemplate jdbc;

    IdentityTables(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** The ids of a row and of its environment. */
    record Place(int id, int environmentId) {

        /** The name of the stream that the identity would have. */
        String stream() {
            return IdentityCommand.streamOf(environmentId, id);
        }

        private static Place of(ResultSet row, int number) throws SQLException {
            return new Place(row.getInt("id"), row.getInt("environment_id"));
        }
    }

    /** Returns the next identities that have a row, ascending after an id. */
    List<Place> after(int id, int count) {
        return jdbc.query("""
                select identity.id, identity.environment_id from installation.identity
                where identity.id > ? order by identity.id limit ?""", Place::of, id, count);
    }

    /** Returns the next identities that have no row but traits, ascending after an id. */
    List<Place> traitsOnly(int id, int count) {
        return jdbc.query("""
                select trait.identity_id as id, min(trait.environment_id) as environment_id from installation.trait
                where trait.identity_id > ?
                    and not exists (select from installation.identity where identity.id = trait.identity_id)
                group by trait.identity_id order by trait.identity_id limit ?""", Place::of, id, count);
    }

    /** Locks the rows of identities, in the order in which appends lock them. */
    void lock(Collection<Integer> ids) {
        jdbc.query(
                "select identity.id from installation.identity where identity.id = any(?) order by identity.id for update",
                (row, _) -> row.getInt("id"),
                array(ids));
    }

    /** Returns the rows of these identities, by id. */
    Map<Integer, IdentityImage> images(Collection<Integer> ids) {
        var traits = new HashMap<Integer, Set<TraitColumns>>();
        jdbc.query(
                "select trait.* from installation.trait where trait.identity_id = any(?)",
                (ResultSet row) -> {
                    traits.computeIfAbsent(row.getInt("identity_id"), _ -> new HashSet<>())
                            .add(trait(row));
                },
                array(ids));
        var images = new HashMap<Integer, IdentityImage>();
        traits.forEach((id, found) -> images.put(id, new IdentityImage(Optional.empty(), found)));
        jdbc.query(
                "select identity.*, encode(identity.digest, 'hex') as digest_hex from installation.identity where identity.id = any(?)",
                (ResultSet row) -> {
                    int id = row.getInt("id");
                    images.put(id, new IdentityImage(Optional.of(identity(row)), traits.getOrDefault(id, Set.of())));
                },
                array(ids));
        return images;
    }

    /** Deletes the rows of these identities, and traits of these ids wherever they are. */
    void delete(Collection<Integer> ids, Collection<Integer> traitIds) {
        jdbc.update("delete from installation.identity where identity.id = any(?)", array(ids));
        jdbc.update("delete from installation.trait where trait.identity_id = any(?)", array(ids));
        jdbc.update("delete from installation.trait where trait.id = any(?)", array(traitIds));
    }

    /** Inserts rows but those whose identifiers are taken, and returns the ids of the identities. */
    Set<Integer> insert(List<IdentityRow> rows) {
        return Set.copyOf(jdbc.query(
                RESTORE,
                statement -> {
                    var parameters = new Parameters(statement);
                    parameters.add(rows.size());
                    NewIdentityRows.bindRows(parameters, rows);
                },
                (row, _) -> row.getInt("id")));
    }

    private static Object array(Collection<Integer> ids) {
        return ids.toArray(Integer[]::new);
    }

    private static IdentityColumns identity(ResultSet row) throws SQLException {
        return new IdentityColumns(
                row.getInt("environment_id"),
                row.getInt("project_id"),
                row.getLong("version"),
                row.getObject("created_at", OffsetDateTime.class).toInstant(),
                row.getString("identifier"),
                row.getString("digest_hex"),
                row.getString("folded"));
    }

    private static TraitColumns trait(ResultSet row) throws SQLException {
        return new TraitColumns(
                row.getInt("id"),
                row.getInt("environment_id"),
                row.getString("trait_key"),
                row.getString("value_type"),
                row.getString("value"),
                row.getObject("created_at", OffsetDateTime.class).toInstant());
    }
}
