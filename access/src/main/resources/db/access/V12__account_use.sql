-- An account whose password_hash is null has no password: its user logs in with an identity provider.
alter table account
    alter column password_hash drop not null,
    add column active boolean not null default true;
