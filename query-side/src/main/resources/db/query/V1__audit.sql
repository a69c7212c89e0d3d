-- Trigrams, for searches by parts of a text. In the schema that is on every search path, whichever module comes first.
do $$ begin
    if not exists (select from pg_extension where extname = 'pg_trgm') then
        create extension pg_trgm schema public;
    end if;
end $$;

-- The audit log as its readers see it: derived from the events, and derivable again. Ids count the rows in the order of
-- the log, so that the same log gives the same ids. Lines may be of an organisation as a whole, and about things that the
-- contract has no type for.
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
    -- Whom the line names, and how it reads when they are erased.
    subject text,
    erased_log text,
    erased_details text
);

-- For lists, newest first, and for counting them without reading the lines.
create index audit_entry_of_organisation on audit_entry (organisation_id, id desc);
create index audit_entry_of_project on audit_entry (project_id, id desc);
create index audit_entry_of_environment on audit_entry (environment_id, id desc);

-- For erasures.
create index audit_entry_of_subject on audit_entry (subject) where subject is not null;
create index audit_entry_of_author on audit_entry (author_id);

create index audit_entry_search on audit_entry using gin (lower(log) gin_trgm_ops);
