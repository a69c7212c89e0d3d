package dev.flagledger.installation.identity.log.row;

import dev.flagledger.api.identity.Trait;
import dev.flagledger.installation.identity.log.row.IdentityRow.TraitRow;
import dev.flagledger.ledger.database.Parameters;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/** Parameters of a statement for the traits that it sets. */
final class EventTraits {

    /** Inserts the traits of what is in {@code guard}, which must have the columns place, id and environment_id. */
    static final String INSERT = """
            insert into installation.trait (id, environment_id, identity_id, trait_key, value_type, value, created_at)
            select said.id, guard.environment_id, guard.id, said.key, said.type, said.value, said.at
            from guard join unnest(?::int[], ?::int[], ?::text[], ?::text[], ?::text[], ?::timestamptz[])
                as said (place, id, key, type, value, at) using (place)""";

    private final List<Row> rows = new ArrayList<>();

    private record Row(int place, Trait trait, Instant at) {}

    /** Adds the traits set by the event at this place. */
    void add(int place, List<Trait> traits, Instant at) {
        traits.forEach(trait -> rows.add(new Row(place, trait, at)));
    }

    /** Adds a trait of the identity at this place. */
    void add(int place, TraitRow trait) {
        rows.add(new Row(place, trait.trait(), trait.createdAt()));
    }

    /** Sets the parameters of {@link #INSERT}. */
    void bind(Parameters parameters) throws SQLException {
        parameters.add("int", rows, Row::place);
        parameters.add("int", rows, row -> row.trait().id());
        parameters.add("text", rows, row -> row.trait().key());
        parameters.add("text", rows, row -> row.trait().type().name());
        parameters.add("text", rows, row -> row.trait().value());
        parameters.add("timestamptz", rows, row -> row.at().atOffset(ZoneOffset.UTC));
    }

    /** Sets an array parameter of the ids. */
    void bindIds(Parameters parameters) throws SQLException {
        parameters.add("int", rows, row -> row.trait().id());
    }
}
