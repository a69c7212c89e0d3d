-- The receivers: written by the projection of webhook events, read by the deliverer.
create table webhook_endpoint (
    id             int primary key,
    owner_kind     text not null check (owner_kind in ('ENVIRONMENT', 'ORGANISATION')),
    owner_id       int not null,
    url            text not null,
    enabled        boolean not null,
    delivery_order text not null check (delivery_order in ('PARALLEL', 'FEATURE', 'STRICT'))
);
create index webhook_endpoint_of_owner on webhook_endpoint (owner_kind, owner_id);

-- The position of the last event that was queued for each webhook. Kept after its deliveries have been deleted, so that no event
-- is queued twice.
create table webhook_queued (
    webhook_id int primary key,
    position   bigint not null
);

-- The queue. A body is delivered to a webhook once per event (its global position) and ordinal within that event.
create table webhook_delivery (
    id              bigint generated always as identity primary key,
    webhook_id      int not null,
    -- Null for what concerns no environment, of which organisations are told.
    environment_id  int,
    position        bigint not null,
    ordinal         int not null,
    body            bytea not null,
    created_at      timestamptz not null default now(),
    status          text not null default 'pending' check (status in ('pending', 'delivered', 'failed', 'cancelled')),
    attempts        int not null default 0,
    next_attempt_at timestamptz not null default now(),
    leased_until    timestamptz,
    -- The persons whose data the body contains: the author, and the identity of the override.
    user_id         int,
    identity_id     int,
    unique (webhook_id, position, ordinal)
);
create index webhook_delivery_waiting on webhook_delivery (webhook_id, next_attempt_at, position, ordinal)
    where status = 'pending';
create index webhook_delivery_leased on webhook_delivery (webhook_id, leased_until)
    where status = 'pending' and leased_until is not null;

-- For the deliveries of an event.
create index webhook_delivery_of_event on webhook_delivery (position);

-- For erasures.
create index webhook_delivery_of_user on webhook_delivery (user_id, id) where user_id is not null;
create index webhook_delivery_of_identity on webhook_delivery (identity_id, id) where identity_id is not null;

-- For pruning: completed deliveries, oldest first.
create index webhook_delivery_over on webhook_delivery (created_at) where status <> 'pending';

-- The webhooks with pending deliveries, found by a loose index scan: as fast with many thousand pending rows per webhook, after an
-- outage, as with one.
create view webhook_waiting as
with recursive waiting (webhook_id) as (
    select min(webhook_delivery.webhook_id) from webhook_delivery where webhook_delivery.status = 'pending'
    union all
    select (select min(webhook_delivery.webhook_id) from webhook_delivery
            where webhook_delivery.status = 'pending' and webhook_delivery.webhook_id > waiting.webhook_id)
    from waiting
    where waiting.webhook_id is not null
)
select waiting.webhook_id from waiting where waiting.webhook_id is not null;

-- The attempts and their results. An attempt during which the node died has a number but no row.
create table webhook_attempt (
    delivery_id bigint not null references webhook_delivery on delete cascade,
    number      int not null,
    started_at  timestamptz not null,
    duration_ms bigint not null,
    status      int,
    error       text,
    primary key (delivery_id, number),
    check ((status is null) <> (error is null))
);
