-- That the rows of identities were made of their log after an import. No row before all are, and none without an import.
create table made_identities (
    only_row boolean primary key default true check (only_row),
    made_at timestamptz not null default now()
);
