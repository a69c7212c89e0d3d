create sequence oidc_provider_id as integer;
