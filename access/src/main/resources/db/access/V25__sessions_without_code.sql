-- Whether a user with a second factor was let in without a code. The token of such logins is another one than that of logins with a code.
alter table session add column without_code boolean not null default false;
drop index token_of_way;
create unique index token_of_way on session (user_id, way, without_code) where not cookie;
