create sequence group_id as integer;
create sequence grant_id as integer;
