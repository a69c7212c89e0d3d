create sequence role_id as integer;
create sequence role_grant_id as integer;
create sequence role_holder_id as integer;
create sequence trust_id as integer;
