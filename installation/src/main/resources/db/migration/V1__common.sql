-- What searches by parts of texts use.
create extension if not exists pg_trgm;

-- Where ids come from.
create sequence user_id as integer;
create sequence organisation_id as integer;
create sequence project_id as integer;
create sequence environment_id as integer;
create sequence feature_id as integer;
create sequence feature_state_id as integer;
create sequence segment_id as integer;
create sequence feature_segment_id as integer;
create sequence identity_id as integer;
create sequence webhook_id as integer;
