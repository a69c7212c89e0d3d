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
    erased_details text
);

-- For lists, newest first, and index-only counts of them.
create index audit_entry_of_organisation on audit_entry (organisation_id, id desc);
create index audit_entry_of_project on audit_entry (project_id, id desc);
create index audit_entry_of_environment on audit_entry (environment_id, id desc);

-- For erasures.
create index audit_entry_of_subject on audit_entry (subject) where subject is not null;
create index audit_entry_of_author on audit_entry (author_id);

create index audit_entry_search on audit_entry using gin (lower(log) gin_trgm_ops);
