-- The log: the only truth there is. Positions are taken under a lock that is held until the commit is visible, so they
-- grow by one, in the order in which commits become visible. An entry is all that is ever said of an event; the other
-- columns are copies to search by, and hold nothing personal.
create table event (
    position bigint primary key,
    event_id uuid not null,
    aggregate_id text not null,
    sequence_number bigint not null,
    recorded_at timestamptz not null,
    payload_type text not null,
    payload_revision integer not null,
    organisation_id integer,
    project_id integer,
    environment_id integer,
    object text not null,
    actor_kind text not null,
    actor_id integer,
    request_id text,
    entry bytea not null,
    -- The RFC 6962 leaf hash of the entry.
    leaf bytea not null,
    unique (aggregate_id, sequence_number)
);

-- The history of one project, without reading those of others.
create index event_of_project on event (project_id, position);

-- The history of one organisation, for those who search it for somebody's names.
create index event_of_organisation on event (organisation_id, position);

-- Where an instant lies in the history.
create index event_of_time on event (recorded_at, position);

-- The log that is in order stream by stream only: what applications report of identities. Its entries are as those above.
create table stream_event (
    stream text not null,
    sequence_number bigint not null,
    recorded_at timestamptz not null,
    payload_type text not null,
    payload_revision integer not null,
    organisation_id integer,
    project_id integer,
    environment_id integer,
    entry bytea not null,
    leaf bytea not null,
    primary key (stream, sequence_number)
);

create function refuse_to_rewrite_history() returns trigger language plpgsql as $$
begin
    raise exception 'the event log is append only';
end;
$$;

create trigger event_is_append_only before update or delete on event
    for each row execute function refuse_to_rewrite_history();
create trigger event_is_never_truncated before truncate on event
    for each statement execute function refuse_to_rewrite_history();

create trigger stream_event_is_append_only before update or delete on stream_event
    for each row execute function refuse_to_rewrite_history();
create trigger stream_event_is_never_truncated before truncate on stream_event
    for each statement execute function refuse_to_rewrite_history();

-- What has ended: no event is appended any more that is about it, or about anything in it.
create table ended (
    thing text primary key,
    ended_at timestamptz not null default now()
);

-- Has an append fail as a whole that has something to be refused.
create function refuse_append(thing text, subject text) returns integer language plpgsql as $$
begin
    raise exception 'nothing may be appended about %', coalesce(thing, subject) using errcode = 'FL001';
end;
$$;

-- States that need not be folded again. Each belongs to the code that wrote it, by a digest of it; any of them may be deleted.
create table checkpoint (
    code bytea not null,
    position bigint not null,
    -- Those that there were. One that had not changed stands in checkpoint_part at an earlier position.
    parts integer[] not null,
    stored_at timestamptz not null default now(),
    primary key (code, position)
);

-- Where somebody was erased last: no checkpoint of before may be stored any more, as it would tell of them. One row.
create table checkpoint_floor (
    id boolean primary key default true check (id),
    position bigint not null
);
insert into checkpoint_floor (position) values (0);

-- A part of a state: a project by its id, or 0 for all that is in no project.
create table checkpoint_part (
    code bytea not null,
    part integer not null,
    position bigint not null,
    -- Encrypted with a key of the installation, since what is personal stands in states in the clear.
    bytes bytea not null,
    hash bytea not null,
    primary key (code, part, position)
);

-- How far each projection has come, which version of the code wrote what it has, and who runs it. Of a read model that is made
-- anew there is a second row, for the table beside the one that answers.
create table projection (
    name text not null,
    beside boolean not null,
    version integer not null,
    position bigint not null,
    owner text,
    leased_until timestamptz,
    primary key (name, beside)
);

-- The keys of people, each wrapped under a key of the installation. What entries tell of somebody is encrypted under theirs.
-- Of who is erased the row stays, without the key.
create table subject_key (
    subject text primary key,
    wrapped bytea,
    erased_at timestamptz,
    check ((wrapped is null) = (erased_at is not null))
);

-- Names in use, by keyed digest: long names fit an index, and personal ones are not kept.
create table claimed_name (
    kind text not null,
    owner text not null,
    scope text not null,
    digest bytea not null,
    primary key (kind, owner),
    unique (kind, scope, digest)
);

-- The secret of the installation, where the operator gives none.
create table installation_secret (
    only_row boolean primary key default true check (only_row),
    secret bytea not null
);

-- The key of the installation, wrapped under one that is derived from its secret.
create table installation_key (
    only_row boolean primary key default true check (only_row),
    wrapped bytea not null
);
