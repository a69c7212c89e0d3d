-- What the mail about a notice tells: when it happened, and what came of the last attempt.
alter table webhook_notice add happened_at timestamptz not null default now();
alter table webhook_notice add outcome text not null default '';
