-- How accounts prove who they are. Kept apart from the events: these rows can be changed and erased.
create table account (
    user_id integer primary key,
    email text not null unique,
    password_hash text not null,
    token_nonce uuid not null,
    token_digest bytea not null unique
);

-- Logins that failed or are under way, by a digest of who was tried and from where: whoever reads this learns no address.
create table failed_login (
    tried     bytea primary key,
    under_way int not null,
    failed    int not null,
    tried_at  timestamptz not null default now()
);
