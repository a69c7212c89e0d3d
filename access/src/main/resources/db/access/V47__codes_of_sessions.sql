-- When the login of a session showed a code of the second factor, and since when the factor is active: a session that has shown no code of it
-- does not remove it. The token of logins that showed a code is another one than that of logins that did not.
alter table session add column code_at timestamptz;
drop index token_of_way;
create unique index token_of_way on session (user_id, way, without_code, (code_at is not null)) where not cookie and not application;

alter table second_factor add column activated_at timestamptz not null default now();
