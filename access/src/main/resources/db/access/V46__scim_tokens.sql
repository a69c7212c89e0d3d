-- What directories show to provision an organisation's people: a digest of the token. There is one for an organisation.
create table scim_token (
    organisation_id integer primary key,
    digest          bytea not null unique
);

-- ended_login also has accounts that an organisation's directory has opened: its providers may link them, until their users have reset the
-- password or ended a link.
