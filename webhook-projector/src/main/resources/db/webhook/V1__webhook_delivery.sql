-- Numbers the writes of receivers, so that what is remembered of one is known to be out of date.
create sequence webhook_revision;

-- The receivers: written by the projection of webhook events, read by the deliverer.
create table webhook_endpoint (
    id             int primary key,
    owner_kind     text not null check (owner_kind in ('ENVIRONMENT', 'ORGANISATION')),
    owner_id       int not null,
    url            text not null,
    enabled        boolean not null,
    delivery_order text not null check (delivery_order in ('PARALLEL', 'FEATURE', 'STRICT')),
    revision       bigint not null default nextval('webhook_revision')
);
create index webhook_endpoint_of_owner on webhook_endpoint (owner_kind, owner_id);

-- The position of the last event that was queued for each webhook, the number of its last message, and the position of the last event
-- that asked for messages again. Kept after its deliveries have been deleted, so that nothing is queued and no number given twice.
create table webhook_queued (
    webhook_id  int primary key,
    position    bigint not null,
    sequence    bigint not null,
    redelivered bigint not null default 0
);

-- The queue. A body is delivered to a webhook once per event (its global position) and ordinal within that event, unless it is asked
-- for again.
create table webhook_delivery (
    id             bigint generated always as identity primary key,
    webhook_id     int not null,
    -- Null for what concerns no environment, of which organisations are told.
    environment_id int,
    position       bigint not null,
    ordinal        int not null,
    -- Counts the messages of the webhook from 1, without gaps.
    sequence       bigint not null,
    -- The deliveries of a lane are made one after another, by their numbers.
    lane           bigint not null,
    body           bytea not null,
    -- Whether the number is also in the body: those in the forms of the past have no place for it.
    numbered       boolean not null default true,
    created_at     timestamptz not null,
    status         text not null default 'pending' check (status in ('pending', 'delivered', 'failed', 'cancelled')),
    attempts       int not null default 0,
    -- The delivery that this one repeats.
    redelivers     bigint,
    -- The persons whose data the body contains: the author, and the identity of the override.
    user_id        int,
    identity_id    int
);
create unique index webhook_delivery_once on webhook_delivery (webhook_id, position, ordinal) where redelivers is null;
create index webhook_delivery_of_sequence on webhook_delivery (webhook_id, sequence, id);
create index webhook_delivery_waiting on webhook_delivery (webhook_id, lane, sequence, id) where status = 'pending';

-- For the deliveries of an event.
create index webhook_delivery_of_event on webhook_delivery (position);

-- For erasures.
create index webhook_delivery_of_user on webhook_delivery (user_id, id) where user_id is not null;
create index webhook_delivery_of_identity on webhook_delivery (identity_id, id) where identity_id is not null;

-- For pruning: completed deliveries, oldest first.
create index webhook_delivery_over on webhook_delivery (created_at) where status in ('delivered', 'cancelled');
create index webhook_delivery_dead on webhook_delivery (created_at) where status = 'failed';

-- The lanes that have pending deliveries, and no others. A node leases a lane, not a delivery: what is behind the first pending
-- delivery of a lane can neither overtake it nor cost a look.
create table webhook_lane (
    webhook_id   int not null,
    lane         bigint not null,
    -- Counts what was queued, so that a lane is not taken for empty after more was queued in it.
    queued       int not null default 1,
    -- Counts the leases: the number of a lease is what its holder shows.
    leases       int not null default 0,
    leased_until timestamptz,
    -- Of its first pending delivery: the attempts that the schedule counts, and the time of the next.
    attempts     int not null default 0,
    due_at       timestamptz not null,
    primary key (webhook_id, lane)
);
create index webhook_lane_due on webhook_lane (webhook_id, due_at);

-- The receivers that do not acknowledge: the failed attempts in succession, since when they are too many, and the time before which
-- nothing is sent. A receiver without a row is well.
create table webhook_circuit (
    webhook_id int primary key,
    failures   int not null,
    open_since timestamptz,
    not_before timestamptz
);

-- The webhooks with pending deliveries, found by a loose index scan: as fast with many thousand lanes per webhook, after an outage,
-- as with one.
create view webhook_waiting as
with recursive waiting (webhook_id) as (
    select min(webhook_lane.webhook_id) from webhook_lane
    union all
    select (select min(webhook_lane.webhook_id) from webhook_lane where webhook_lane.webhook_id > waiting.webhook_id)
    from waiting
    where waiting.webhook_id is not null
)
select waiting.webhook_id from waiting where waiting.webhook_id is not null;

-- The recorded attempts and their results.
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
