-- The Merkle tree over the leaves of the log (RFC 6962), in tiles of 256 hashes. Written behind the appends. Level 0 has a second
-- copy of the leaves, which shows the exact place where an entry was changed together with its leaf.
create table tile (
    level smallint not null,
    index bigint not null,
    -- Of 32 bytes each, one after the other; the last tile of a level grows until it is full.
    hashes bytea not null,
    primary key (level, index)
);

-- The states of the tree that were signed.
create table tree_head (
    size bigint primary key,
    root bytea not null,
    -- The signed note (C2SP), as it is published.
    note text not null,
    signed_at timestamptz not null default now()
);

-- The Ed25519 key that signs them. The private one is wrapped under a key of the installation.
create table signing_key (
    only_row boolean primary key default true check (only_row),
    public bytea not null,
    wrapped bytea not null
);
