-- The secret parts of invites and invite links: a digest to find them by, and encrypted, since links are shown and mails sent again.
create table invite_hash (
    kind            text not null,
    id              int not null,
    organisation_id int not null,
    digest          bytea not null unique,
    sealed          bytea not null,
    primary key (kind, id)
);

create index invite_hash_of_organisation on invite_hash (organisation_id);

-- Ids that people who were invited will have once they register, so that they can be erased with what names them before.
create table invited_person (
    digest  bytea primary key,
    user_id int not null
);
