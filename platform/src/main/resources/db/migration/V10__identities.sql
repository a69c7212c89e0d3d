-- Identities and their traits as they are looked up: derived from the events, and derivable again.
create extension if not exists pg_trgm;

-- The environments that there are, so that what comes late for a deleted one leaves nothing behind.
create table identity_environment (
    environment_id integer primary key,
    project_id integer not null
);

create index identity_environment_of_project on identity_environment (project_id);

create table identity (
    id integer primary key,
    environment_id integer not null,
    position bigint not null,
    identifier text not null,
    -- The identifier without regard to case, whatever language the database is made for.
    folded text not null
);

create index identity_of_environment on identity (environment_id, position);
-- An identifier may be too long for a tree.
create index identity_by_identifier on identity using hash (identifier);
create index identity_search on identity using gin (folded gin_trgm_ops);

create table trait (
    id integer primary key,
    environment_id integer not null,
    identity_id integer not null,
    trait_key text not null,
    value_type text not null,
    value text,
    created_at timestamptz not null,
    unique (identity_id, trait_key)
);

create index trait_of_environment on trait (environment_id, trait_key, identity_id);
