-- The audit log as its readers see it: derived from the events, and derivable again. Ids count the rows in the order of
-- the log, so that the same log gives the same ids.
create table audit_entry (
    id integer primary key,
    position bigint not null,
    created_date timestamptz not null,
    log text not null,
    author_id integer,
    actor_kind text not null,
    actor_name text not null,
    organisation_id integer not null,
    project_id integer not null,
    environment_id integer,
    related_object_id integer not null,
    related_object_uuid uuid not null,
    related_object_type text not null,
    system_event boolean not null,
    change_type text not null,
    change_details text not null
);

create index audit_entry_of_project on audit_entry (project_id, id desc);
create index audit_entry_of_organisation on audit_entry (organisation_id, id desc);
