create sequence mail_domain_id as integer;
