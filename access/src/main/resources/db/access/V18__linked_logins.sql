-- Accounts of people who log in at an identity provider. They need no password.
alter table account alter column password_hash drop not null;

create table linked_login (
    provider text not null,
    subject  text not null,
    user_id  integer not null references account on delete cascade,
    primary key (provider, subject),
    unique (user_id, provider)
);
