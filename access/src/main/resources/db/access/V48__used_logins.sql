-- Not only of SAML: digests of what browsers have brought back from identity providers and was used, for as long as it would be accepted.
alter table saml_seen rename to used_login;
alter index saml_seen_pkey rename to used_login_pkey;
alter index saml_seen_by_expiry rename to used_login_by_expiry;
