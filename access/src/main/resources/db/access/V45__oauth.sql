-- Applications that act for users by OAuth. The access of one is a session of the user, so it ends with whatever ends sessions. Of codes,
-- tokens and secrets only digests are stored.
alter table session
    add column application boolean not null default false,
    alter column digest drop not null;
drop index token_of_way;
create unique index token_of_way on session (user_id, way, without_code) where not cookie and not application;

-- Clients that registered themselves. The registrant is a keyed digest of the network address.
create table oauth_client (
    client_id     text primary key,
    name          text not null,
    redirect_uris text[] not null,
    method        text not null,
    secret_digest bytea,
    registrant    bytea not null,
    registered_at timestamptz not null default now(),
    used_at       timestamptz not null default now()
);

create index oauth_client_by_registrant on oauth_client (registrant, registered_at);
create index oauth_client_by_use on oauth_client (used_at);

-- What a user consented to, and the code that the client redeems.
create table oauth_grant (
    session_id      uuid primary key references session on delete cascade,
    client_id       text not null,
    client_name     text not null,
    scope           text not null,
    redirect_uri    text not null,
    code_digest     bytea not null unique,
    code_challenge  text not null,
    code_expires_at timestamptz not null,
    code_used       boolean not null default false
);

create index oauth_grant_by_client on oauth_grant (client_id);

-- Replaced refresh tokens are kept, so that it is noticed if one is used again.
create table oauth_token (
    digest      bytea primary key,
    session_id  uuid not null references oauth_grant on delete cascade,
    refreshes   boolean not null,
    expires_at  timestamptz not null,
    replaced_at timestamptz
);

create index oauth_token_by_session on oauth_token (session_id);
create index oauth_token_by_expiry on oauth_token (expires_at);
