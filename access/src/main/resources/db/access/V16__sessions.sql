-- What logins leave behind, but for those with a password that end with a token: that is in the account. Only digests are stored.
-- A session is valid while its nonce is that of the account, so whatever ends the account's token ends all sessions.
create table session (
    session_id uuid primary key,
    user_id    integer not null references account on delete cascade,
    nonce      uuid not null,
    way        text not null,
    cookie     boolean not null,
    digest     bytea not null unique,
    opened_at  timestamptz not null default now(),
    used_at    timestamptz not null default now(),
    client     bytea not null
);

create index session_of_user on session (user_id);
create unique index token_of_way on session (user_id, way) where not cookie;
