create sequence invite_id as integer;
create sequence invite_link_id as integer;
