-- What was exported, as it was made: the flags of an environment at a moment.
create table feature_export (
    id             integer primary key,
    environment_id integer not null,
    name           text not null,
    created_at     timestamptz not null,
    document       bytea not null
);

create index feature_export_of_environment on feature_export (environment_id, id);

-- What was imported, and how it ended. What an import changed is in the log.
create table feature_import (
    id             integer primary key,
    project_id     integer not null,
    environment_id integer not null,
    strategy       text not null,
    status         text not null,
    created_at     timestamptz not null
);

create index feature_import_of_environment on feature_import (environment_id, id);
-- One at a time in a project, whatever processes are asked.
create unique index feature_import_under_way on feature_import (project_id) where status = 'PROCESSING';
