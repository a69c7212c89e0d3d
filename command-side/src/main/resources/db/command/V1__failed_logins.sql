-- Failed logins and logins under way, keyed by a digest of account and address, so that the table reveals no address.
create table failed_login (
    tried     bytea primary key,
    under_way int not null,
    failed    int not null,
    tried_at  timestamptz not null default now()
);
