-- What owners of webhooks are still to be told: written together with what it tells, and deleted when the event about it is recorded.
create table webhook_notice (
    id           bigint generated always as identity primary key,
    webhook_id   int not null,
    kind         text not null check (kind in ('PAUSED', 'RESUMED', 'GONE')),
    -- The write of the receiver's row that the answer 410 is about.
    revision     bigint not null,
    leased_until timestamptz
);

-- Since when the receiver answers 410: it does not exist any more.
alter table webhook_circuit add gone_since timestamptz;

-- What was sent and what came back, without secrets: the URL, the names of the headers that signed, with commas between, and the start of the answer.
alter table webhook_attempt add url text;
alter table webhook_attempt add signed_by text;
alter table webhook_attempt add answer text;
