-- How accounts prove who they are. Kept apart from the events: these rows can be changed and erased.
create table account (
    user_id integer primary key,
    email text not null unique,
    password_hash text not null,
    token_nonce uuid not null,
    token_digest bytea not null unique
);
