-- Trigrams, for searches by parts of a text. In the schema that is on every search path, whichever module is migrated first.
do $$ begin
    if not exists (select from pg_extension where extname = 'pg_trgm') then
        create extension pg_trgm schema public;
    end if;
end $$;

-- The audit log: a read model, rebuilt from the events. Ids number the rows in the order of the log, so that the same log gives the
-- same ids. Lines may belong to an organisation as a whole, and their objects may be of types that the contract does not have.
create table audit_entry (
    id integer primary key,
    position bigint not null,
    created_date timestamptz not null,
    log text not null,
    author_id integer,
    actor_kind text not null,
    actor_name text not null,
    organisation_id integer not null,
    project_id integer,
    environment_id integer,
    related_object_id integer,
    related_object_uuid uuid,
    related_object_type text,
    system_event boolean not null,
    change_type text not null,
    change_details text not null,
    -- The person whose data the line contains, and the line after their erasure.
    subject text,
    erased_log text,
    erased_details text,
    text_id uuid not null
);

-- For lists, newest first, and deep pages of them: they are read from the indexes alone.
create index audit_entry_of_organisation on audit_entry (organisation_id, id desc) include (text_id);
create index audit_entry_of_project on audit_entry (project_id, id desc) include (text_id);
create index audit_entry_of_text on audit_entry (text_id, id desc);

-- For erasures.
create index audit_entry_of_subject on audit_entry (subject) where subject is not null;
create index audit_entry_of_author on audit_entry (author_id);

-- The texts of lines in each place, with the number of their lines: a list is counted, and searched, by its texts, of which there are
-- far fewer than lines. The id is a digest of place and text. The number is in no index, so that it can be changed in place.
create table audit_text (
    id uuid primary key,
    organisation_id integer not null,
    project_id integer,
    environment_id integer,
    folded text not null,
    lines integer not null
);

create index audit_text_of_organisation on audit_text (organisation_id);
create index audit_text_of_project on audit_text (project_id);
create index audit_text_search on audit_text using gin (folded gin_trgm_ops);

-- One row for each event of the log, in the same read model. Object, scopes and names are those of the time of the event.
create table audit_event (
    position bigint not null,
    event_id uuid not null,
    at timestamptz not null,
    type text not null,
    action text not null,
    organisation_id integer,
    -- For events of accounts whose users were members of several organisations: these.
    organisations integer[] not null,
    project_id integer,
    environment_id integer,
    object text not null,
    feature_id integer,
    segment_id integer,
    identity_id integer,
    actor_kind text not null,
    actor_id integer,
    actor_name text not null,
    address text,
    agent text,
    request_id text,
    note text,
    summary text not null,
    difference text not null,
    -- The person whose address and agent those are.
    origin_of text,
    -- The person whose data summary and difference contain, and these after their erasure.
    subject text,
    erased_summary text,
    erased_difference text
);

-- Each filter has an index; but for time and text it is in the order of the lists, so that a page is the beginning of a scan. There is
-- none by position alone: a list of a place where nothing has happened for long would be read from it, past all that is elsewhere. So
-- what is frequent has indexes that begin with the place.
alter table audit_event add unique nulls not distinct (organisation_id, position);
create index audit_event_of_kind on audit_event (organisation_id, actor_kind, position);
create index audit_event_of_type on audit_event (organisation_id, type, position);
create index audit_event_of_action on audit_event (organisation_id, action, position);
create index audit_event_of_project on audit_event (project_id, position) where project_id is not null;
create index audit_event_of_kind_in_project on audit_event (project_id, actor_kind, position) where project_id is not null;
create index audit_event_of_type_in_project on audit_event (project_id, type, position) where project_id is not null;
create index audit_event_of_action_in_project on audit_event (project_id, action, position) where project_id is not null;
create index audit_event_of_environment on audit_event (environment_id, position) where environment_id is not null;
create index audit_event_of_feature on audit_event (feature_id, position) where feature_id is not null;
create index audit_event_of_segment on audit_event (segment_id, position) where segment_id is not null;
create index audit_event_of_identity on audit_event (identity_id, position) where identity_id is not null;
create index audit_event_of_object on audit_event (object, position);
create index audit_event_of_actor on audit_event (actor_kind, actor_id, position);
create index audit_event_of_request on audit_event (request_id, position) where request_id is not null;
create index audit_event_of_several on audit_event (position) where organisations <> '{}';
create index audit_event_at on audit_event (at);
create index audit_event_search on audit_event using gin (lower(summary || ' ' || coalesce(note, '')) gin_trgm_ops);

-- For erasures.
create index audit_event_of_subject on audit_event (subject) where subject is not null;
create index audit_event_of_origin on audit_event (origin_of) where origin_of is not null;
