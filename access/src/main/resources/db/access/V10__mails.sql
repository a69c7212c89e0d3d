-- Mails that are not sent yet. Deleted when they are sent. The content, which may have secrets in links, is encrypted.
create table mail (
    id        bigint generated always as identity primary key,
    recipient text not null,
    content   bytea not null,
    queued_at timestamptz not null default now(),
    due_at    timestamptz not null default now(),
    attempts  int not null default 0
);

create index mail_by_due on mail (due_at);
create index mail_by_recipient on mail (recipient);
