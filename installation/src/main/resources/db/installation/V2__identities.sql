-- Trigrams, for searches by parts of a text. In the schema that is on every search path, whichever module comes first.
do $$ begin
    if not exists (select from pg_extension where extname = 'pg_trgm') then
        create extension pg_trgm schema public;
    end if;
end $$;

-- Identities and their traits as they are looked up. Each change of them is one statement, which also appends its event.
create table identity (
    id integer primary key,
    environment_id integer not null,
    project_id integer not null,
    -- The place of the last event in the stream of the identity: of two changes at once, one finds another here.
    version bigint not null,
    created_at timestamptz not null,
    identifier text not null,
    -- SHA-256 of the identifier, which may be too long for a tree.
    digest bytea not null,
    -- The identifier without regard to case, whatever language the database is made for.
    folded text not null,
    unique (environment_id, digest)
);

create index identity_of_environment on identity (environment_id, created_at, id);
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
