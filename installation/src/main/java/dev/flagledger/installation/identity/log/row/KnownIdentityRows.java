package dev.flagledger.installation.identity.log.row;

import dev.flagledger.api.event.IdentityEvent;
import dev.flagledger.api.event.IdentityEvent.IdentityDeleted;
import dev.flagledger.api.event.IdentityEvent.IdentityRenamed;
import dev.flagledger.api.event.IdentityEvent.TraitsChanged;
import dev.flagledger.installation.identity.Identities;
import dev.flagledger.ledger.database.Parameters;
import dev.flagledger.ledger.log.stream.PlacedEvent;
import dev.flagledger.ledger.log.stream.RowChange;
import dev.flagledger.ledger.secret.Digest;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/**
 * Changes the rows of existing identities. An event passes if the row has the preceding version. Rows are locked in the
 * order of their ids to avoid deadlocks between nodes; of two events for the same version, either passes, and only one.
 *
 * @param change common table expressions that change the rows, including {@code guard}
 */
public record KnownIdentityRows<E extends IdentityEvent>(String change, Binding<E> binding) implements RowChange<E> {

    /** The identity has its new identifier. */
    public static final RowChange<IdentityRenamed> RENAMED = new KnownIdentityRows<>("""
            guard as (
                update installation.identity set version = asked.version + 1, identifier = named.identifier, digest = named.digest,
                    folded = named.folded
                from asked join unnest(?::text[], ?::bytea[], ?::text[]) with ordinality
                    as named (identifier, digest, folded, place) using (place)
                where identity.id = asked.id and identity.version = asked.version returning asked.place)""", (parameters, events) -> {
        parameters.add("text", events, event -> event.event().identifier());
        parameters.addBytes(events, event -> Digest.sha256(event.event().identifier()));
        parameters.add("text", events, event -> Identities.folded(event.event().identifier()));
    });

    /** A trait keeps its id and creation time when it is changed. */
    public static final RowChange<TraitsChanged> CHANGED =
            new KnownIdentityRows<>("""
            guard as (
                update installation.identity set version = asked.version + 1 from asked
                where identity.id = asked.id and identity.version = asked.version
                returning asked.place, identity.id, identity.environment_id),
            removed_traits as (
                delete from installation.trait using guard join unnest(?::int[], ?::text[]) as gone (place, trait_key) using (place)
                where trait.identity_id = guard.id and trait.trait_key = gone.trait_key and trait.id <> all(?::int[])),
            set_traits as (""" + EventTraits.INSERT + """

                on conflict (id) do update set trait_key = excluded.trait_key,
                    value_type = excluded.value_type, value = excluded.value)""", KnownIdentityRows::bindTraits);

    /** The identity has no rows any more. */
    public static final RowChange<IdentityDeleted> DELETED = new KnownIdentityRows<>("""
            guard as (
                delete from installation.identity using asked
                where identity.id = asked.id and identity.version = asked.version returning asked.place, identity.id),
            removed_traits as (delete from installation.trait using guard where trait.identity_id = guard.id)""", (_, _) -> {});

    private static final String LOCKED = """
            locked as materialized (
                select identity.id from installation.identity where identity.id = any(?::int[]) order by identity.id for update),
            asked as materialized (
                select place, known.id, known.version from alive
                    join unnest(?::int[], ?::bigint[]) with ordinality as known (id, version, place) using (place)
                    join locked on locked.id = known.id),
            """;

    /** Sets the parameters of a change. */
    public interface Binding<E> {
        void bind(Parameters parameters, List<PlacedEvent<E>> events) throws SQLException;
    }

    @Override
    public String sql() {
        return LOCKED + change;
    }

    @Override
    public void bind(Parameters parameters, List<PlacedEvent<E>> events) throws SQLException {
        parameters.add("int", events, event -> event.event().identityId());
        parameters.add("int", events, event -> event.event().identityId());
        parameters.add("bigint", events, event -> event.sequence() - 1);
        binding.bind(parameters, events);
    }

    private record Removed(int place, String key) {}

    private static void bindTraits(Parameters parameters, List<PlacedEvent<TraitsChanged>> events) throws SQLException {
        var removed = new ArrayList<Removed>();
        var traits = new EventTraits();
        for (int place = 1; place <= events.size(); place++) {
            var event = events.get(place - 1);
            for (var key : event.event().removed()) {
                removed.add(new Removed(place, key));
            }
            traits.add(place, event.event().set(), event.at());
        }
        parameters.add("int", removed, Removed::place);
        parameters.add("text", removed, Removed::key);
        traits.bindIds(parameters);
        traits.bind(parameters);
    }
}
