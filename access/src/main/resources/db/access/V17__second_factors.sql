-- The second factor of a user. The secret must be read to check a code, so it is sealed under the installation's key. last_step is the time
-- step of the last code that was accepted: none up to it is accepted again.
create table second_factor (
    user_id   integer primary key references account on delete cascade,
    secret    bytea not null,
    active    boolean not null default false,
    last_step bigint not null default 0
);

create table backup_code (
    user_id integer not null references second_factor on delete cascade,
    digest  bytea not null,
    primary key (user_id, digest)
);
