-- What was asked to be delivered again and is not queued yet. Requests for messages of one webhook are queued one after another, each in parts.
create table webhook_redelivery_request (
    webhook_id    int not null,
    -- The event that asks.
    position      bigint not null,
    which         text not null check (which in ('ALL', 'FAILED', 'MISSING')),
    -- The numbers between which messages are still to be looked at, up to the last one that there was at the event.
    next_sequence bigint not null,
    last_sequence bigint not null,
    -- Null for messages of any time.
    since         timestamptz,
    primary key (webhook_id, position)
);
