-- The client secrets of identity providers, sealed under a key that the database does not contain.
create table client_secret (
    provider_id integer primary key,
    sealed      bytea not null
);

-- Who has logged in at a provider, until the browser fetches the result with the code. Sealed as well.
create table login_code (
    digest     bytea primary key,
    sealed     bytea not null,
    expires_at timestamptz not null
);
