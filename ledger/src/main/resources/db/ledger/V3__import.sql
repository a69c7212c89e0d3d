-- Up to where the log was imported from an extract. Nothing up to there is told to receivers of webhooks again. No row without an
-- import.
create table imported (
    only_row boolean primary key default true check (only_row),
    position bigint not null,
    -- The signed head of the log that it was taken from.
    note text not null,
    imported_at timestamptz not null default now()
);
