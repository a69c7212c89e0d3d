package dev.flagledger.installation.identity;

import dev.flagledger.api.event.IdentityEvent;
import dev.flagledger.api.event.IdentityEvent.IdentityCreated;
import dev.flagledger.api.event.IdentityEvent.IdentityDeleted;
import dev.flagledger.api.event.IdentityEvent.IdentityRenamed;
import dev.flagledger.api.event.IdentityEvent.TraitsChanged;
import dev.flagledger.api.identity.Trait;
import dev.flagledger.ledger.log.AppendContext;
import dev.flagledger.ledger.log.Parameters;
import dev.flagledger.ledger.log.StreamLog.RowChange;
import dev.flagledger.ledger.secret.Digest;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;

/** What each event changes in the tables of identities and their traits, if they are as whoever decided on it saw them. */
final class IdentityRows {

    private IdentityRows() {}

    /** Passes if nobody in the environment has the identifier. */
    static RowChange of(IdentityCreated event) {
        return new Change("""
                guard as (
                    insert into identity
                        (id, environment_id, project_id, version, created_at, identifier, digest, folded)
                    select ?::int, ?::int, ?::int, 0, ?::timestamptz, ?::text, ?::bytea, ?::text from alive
                    on conflict (environment_id, digest) do nothing returning identity.id),
                set_traits as (
                    insert into trait (id, environment_id, identity_id, trait_key, value_type, value, created_at)
                    select said.id, ?::int, guard.id, said.key, said.type, said.value, ?::timestamptz
                    from guard, unnest(?::int[], ?::text[], ?::text[], ?::text[]) as said (id, key, type, value))""", (parameters, context, at) -> {
            parameters.add(event.identityId());
            parameters.add(event.environmentId());
            parameters.add(Objects.requireNonNull(context.scope().projectId(), "an environment is in a project"));
            parameters.add(at.atOffset(ZoneOffset.UTC));
            add(parameters, event.identifier());
            add(parameters, event, event.traits(), at);
        });
    }

    /** Passes if the identity has come to this version. */
    static RowChange of(IdentityEvent event, long version) {
        return switch (event) {
            case IdentityCreated e -> of(e);
            case IdentityRenamed e ->
                new Change("""
                        guard as (
                            update identity set version = ?::bigint + 1, identifier = ?::text, digest = ?::bytea, folded = ?::text
                            from alive where identity.id = ?::int and identity.version = ?::bigint returning identity.id)""", (parameters, _, _) -> {
                    parameters.add(version);
                    add(parameters, e.identifier());
                    parameters.add(e.identityId());
                    parameters.add(version);
                });
            case TraitsChanged e -> of(e, version);
            case IdentityDeleted e ->
                new Change("""
                        guard as (
                            delete from identity using alive
                            where identity.id = ?::int and identity.version = ?::bigint returning identity.id),
                        removed_traits as (delete from trait using guard where trait.identity_id = guard.id)""", (parameters, _, _) -> {
                    parameters.add(e.identityId());
                    parameters.add(version);
                });
        };
    }

    /** A trait keeps its id and its date as long as it is there, whatever it is changed to. */
    private static RowChange of(TraitsChanged event, long version) {
        return new Change("""
                guard as (
                    update identity set version = ?::bigint + 1 from alive
                    where identity.id = ?::int and identity.version = ?::bigint returning identity.id),
                removed_traits as (
                    delete from trait using guard where trait.identity_id = guard.id
                        and trait.trait_key = any(?::text[]) and trait.id <> all(?::int[])),
                set_traits as (
                    insert into trait (id, environment_id, identity_id, trait_key, value_type, value, created_at)
                    select said.id, ?::int, guard.id, said.key, said.type, said.value, ?::timestamptz
                    from guard, unnest(?::int[], ?::text[], ?::text[], ?::text[]) as said (id, key, type, value)
                    on conflict (id) do update set trait_key = excluded.trait_key,
                        value_type = excluded.value_type, value = excluded.value)""", (parameters, _, at) -> {
            parameters.add(version);
            parameters.add(event.identityId());
            parameters.add(version);
            parameters.add("text", event.removed().toArray());
            parameters.add("int", event.set().stream().map(Trait::id).toArray());
            add(parameters, event, event.set(), at);
        });
    }

    private static void add(Parameters parameters, String identifier) throws SQLException {
        parameters.add(identifier);
        parameters.add(Digest.sha256(identifier));
        parameters.add(Identities.folded(identifier));
    }

    private static void add(Parameters parameters, IdentityEvent event, List<Trait> traits, Instant at)
            throws SQLException {
        parameters.add(event.environmentId());
        parameters.add(at.atOffset(ZoneOffset.UTC));
        parameters.add("int", traits.stream().map(Trait::id).toArray());
        parameters.add("text", traits.stream().map(Trait::key).toArray());
        parameters.add("text", traits.stream().map(trait -> trait.type().name()).toArray());
        parameters.add("text", traits.stream().map(Trait::value).toArray());
    }

    private interface Binding {
        void bind(Parameters parameters, AppendContext context, Instant at) throws SQLException;
    }

    private record Change(String sql, Binding binding) implements RowChange {
        @Override
        public void bind(Parameters parameters, AppendContext context, Instant at) throws SQLException {
            binding.bind(parameters, context, at);
        }
    }
}
