-- What was sent by mail to prove that somebody reads the mails of an account. Digests only: the tokens are in the mails.
-- A token is valid as long as the account is as it was then (state).
create table mailed_token (
    digest    bytea primary key,
    user_id   integer not null references account on delete cascade,
    purpose   text not null,
    state     text not null,
    mailed_at timestamptz not null default now()
);

create index mailed_token_of_user on mailed_token (user_id, purpose, mailed_at);
create index mailed_token_by_age on mailed_token (mailed_at);
