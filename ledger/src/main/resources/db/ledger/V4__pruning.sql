-- Of a pruned event the row stays, with the leaf and its place in the tree. What folds still need of it is its residue: of the form of
-- an entry, without whoever acted and whatever came with the request, and covered by no hash.
alter table event alter column entry drop not null;
alter table event add column residue bytea;
alter table event add constraint entry_or_residue check (entry is null or residue is null);

-- Up to where the events of an organisation may be pruned, as its last event of that kind says, and up to where they have been.
create table pruned (
    organisation_id integer primary key,
    horizon bigint not null,
    done bigint not null default 0
);

-- The events that record prunings.
create index event_of_pruning on event (organisation_id, position) where payload_type = 'organisation.events-pruned';

-- Admits nothing but the removal of a body during a pruning that an event has recorded. A residue may be replaced during a later pruning,
-- which states later values in it; it is covered by no hash. What is about retention is never removed.
create function refuse_to_rewrite_event() returns trigger language plpgsql as $$
begin
    if tg_op = 'UPDATE' and new.entry is null and new.request_id is null
        and (new.position, new.event_id, new.aggregate_id, new.sequence_number, new.recorded_at, new.payload_type,
                new.payload_revision, new.organisation_id, new.project_id, new.environment_id, new.object, new.actor_kind,
                new.actor_id, new.leaf)
            is not distinct from
            (old.position, old.event_id, old.aggregate_id, old.sequence_number, old.recorded_at, old.payload_type,
                old.payload_revision, old.organisation_id, old.project_id, old.environment_id, old.object, old.actor_kind,
                old.actor_id, old.leaf)
        and old.payload_type not in ('organisation.retention-changed', 'organisation.legal-hold-placed',
            'organisation.legal-hold-lifted', 'organisation.events-pruned')
        and exists (
            select from ledger.pruned
            where pruned.organisation_id = old.organisation_id and pruned.horizon >= old.position
                and pruned.done < pruned.horizon)
        and old.position <= (
            select (convert_from(event.entry, 'UTF8')::json -> 'event' ->> 'horizon')::bigint from ledger.event
            where event.organisation_id = old.organisation_id and event.payload_type = 'organisation.events-pruned'
            order by event.position desc limit 1)
    then
        return new;
    end if;
    raise exception 'the event log is append only';
end;
$$;

drop trigger event_is_append_only on event;
create trigger event_is_append_only before update or delete on event
    for each row execute function refuse_to_rewrite_event();
