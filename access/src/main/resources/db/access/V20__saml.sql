-- The keys of this server as a SAML service provider, by configuration. The private keys are sealed under the installation's key.
create table saml_key (
    configuration_id int primary key,
    sealed_key       bytea not null,
    certificate      bytea not null
);

-- Digests of assertions that were used, and of requests that were answered, for as long as they would be accepted.
create table saml_seen (
    digest     bytea primary key,
    expires_at timestamptz not null
);

create index saml_seen_by_expiry on saml_seen (expires_at);
