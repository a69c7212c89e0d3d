create sequence health_event_id as integer;
