package dev.flagledger.installation.identity.log;

import dev.flagledger.api.event.IdentityEvent.IdentityCreated;
import dev.flagledger.installation.identity.Identities;
import dev.flagledger.ledger.database.Parameters;
import dev.flagledger.ledger.log.stream.PlacedEvent;
import dev.flagledger.ledger.log.stream.RowChange;
import dev.flagledger.ledger.secret.Digest;
import java.sql.SQLException;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;

/**
 * Inserts identities with their traits. An event passes if the identifier is new in the environment. Rows are inserted
 * in the order of their digests to avoid deadlocks between nodes.
 */
final class NewIdentityRows implements RowChange<IdentityCreated> {

    private static final String SQL = """
            asked as materialized (
                select named.* from alive join unnest(?::int[], ?::int[], ?::int[], ?::timestamptz[], ?::text[], ?::bytea[],
                    ?::text[]) with ordinality
                    as named (id, environment_id, project_id, created_at, identifier, digest, folded, place) using (place)),
            added as (
                insert into installation.identity (id, environment_id, project_id, version, created_at, identifier, digest, folded)
                select asked.id, asked.environment_id, asked.project_id, 0, asked.created_at, asked.identifier, asked.digest,
                    asked.folded
                from asked order by asked.environment_id, asked.digest
                on conflict (environment_id, digest) do nothing returning identity.id),
            guard as (select asked.place, asked.id, asked.environment_id from added join asked using (id)),
            set_traits as (""" + EventTraits.INSERT + ")";

    @Override
    public String sql() {
        return SQL;
    }

    @Override
    public void bind(Parameters parameters, List<PlacedEvent<IdentityCreated>> events) throws SQLException {
        parameters.add("int", events, event -> event.event().identityId());
        parameters.add("int", events, event -> event.event().environmentId());
        parameters.add("int", events, NewIdentityRows::project);
        parameters.add("timestamptz", events, event -> event.at().atOffset(ZoneOffset.UTC));
        parameters.add("text", events, event -> event.event().identifier());
        parameters.addBytes(events, event -> Digest.sha256(event.event().identifier()));
        parameters.add("text", events, event -> Identities.folded(event.event().identifier()));
        var traits = new EventTraits();
        for (int place = 1; place <= events.size(); place++) {
            var event = events.get(place - 1);
            traits.add(place, event.event().traits(), event.at());
        }
        traits.bind(parameters);
    }

    private static Integer project(PlacedEvent<IdentityCreated> event) {
        return Objects.requireNonNull(event.context().scope().projectId(), "an environment is in a project");
    }
}
