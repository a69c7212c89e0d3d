-- A webhook may have two secrets while its receiver changes from one to the other, and a key pair (Ed25519).
alter table webhook_secret
    add column previous       text,
    add column previous_until timestamptz,
    add column private_key    bytea,
    add column public_key     bytea,
    add check ((previous is null) = (previous_until is null)),
    add check ((private_key is null) = (public_key is null));
