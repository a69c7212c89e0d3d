-- What programs show to act in an organisation: a digest of the key, and what is written beside what they do. Written in the
-- transactions that record the same in the log; kept here since whoever keeps the doors does not know the log.
create table api_key (
    key_id     int primary key,
    prefix     text not null unique,
    digest     bytea not null unique,
    name       text not null,
    expires_at timestamptz
);
