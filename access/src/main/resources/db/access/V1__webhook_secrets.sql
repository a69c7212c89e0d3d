-- Secrets live beside the event log, never in it.
create table webhook_secret (
    webhook_id int primary key,
    secret     text not null
);
