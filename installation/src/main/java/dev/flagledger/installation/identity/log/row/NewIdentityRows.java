package dev.flagledger.installation.identity.log.row;

import dev.flagledger.api.event.IdentityEvent.IdentityCreated;
import dev.flagledger.installation.identity.log.row.IdentityRow.TraitRow;
import dev.flagledger.ledger.database.Parameters;
import dev.flagledger.ledger.log.stream.PlacedEvent;
import dev.flagledger.ledger.log.stream.RowChange;
import java.sql.SQLException;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;

/**
 * Inserts identities with their traits. An event passes if the identifier is new in the environment. Rows are inserted
 * in the order of their digests to avoid deadlocks between nodes.
 */
public final class NewIdentityRows implements RowChange<IdentityCreated> {

    /** Common table expressions as of {@link #sql()}; {@code guard} also has the ids of the identities that were inserted. */
    public static final String INSERT = """
            asked as materialized (
                select named.* from alive join unnest(?::int[], ?::int[], ?::int[], ?::bigint[], ?::timestamptz[], ?::text[],
                    ?::bytea[], ?::text[]) with ordinality
                    as named (id, environment_id, project_id, version, created_at, identifier, digest, folded, place)
                    using (place)),
            added as (
                insert into installation.identity (id, environment_id, project_id, version, created_at, identifier, digest, folded)
                select asked.id, asked.environment_id, asked.project_id, asked.version, asked.created_at, asked.identifier,
                    asked.digest, asked.folded
                from asked order by asked.environment_id, asked.digest
                on conflict (environment_id, digest) do nothing returning identity.id),
            guard as (select asked.place, asked.id, asked.environment_id from added join asked using (id)),
            set_traits as (""" + EventTraits.INSERT + ")";

    @Override
    public String sql() {
        return INSERT;
    }

    @Override
    public void bind(Parameters parameters, List<PlacedEvent<IdentityCreated>> events) throws SQLException {
        bindRows(parameters, events.stream().map(NewIdentityRows::row).toList());
    }

    private static IdentityRow row(PlacedEvent<IdentityCreated> placed) {
        var event = placed.event();
        return new IdentityRow(
                event.identityId(),
                event.environmentId(),
                Objects.requireNonNull(placed.context().scope().projectId(), "an environment is in a project"),
                placed.sequence(),
                placed.at(),
                event.identifier(),
                event.traits().stream()
                        .map(trait -> new TraitRow(trait, placed.at()))
                        .toList());
    }

    /** Sets the parameters of {@link #INSERT}. */
    public static void bindRows(Parameters parameters, List<IdentityRow> rows) throws SQLException {
        parameters.add("int", rows, IdentityRow::id);
        parameters.add("int", rows, IdentityRow::environmentId);
        parameters.add("int", rows, IdentityRow::projectId);
        parameters.add("bigint", rows, IdentityRow::version);
        parameters.add("timestamptz", rows, row -> row.createdAt().atOffset(ZoneOffset.UTC));
        parameters.add("text", rows, IdentityRow::identifier);
        parameters.addBytes(rows, IdentityRow::digest);
        parameters.add("text", rows, IdentityRow::folded);
        var traits = new EventTraits();
        for (int place = 1; place <= rows.size(); place++) {
            for (var trait : rows.get(place - 1).traits()) {
                traits.add(place, trait);
            }
        }
        traits.bind(parameters);
    }
}
