create sequence saml_configuration_id as integer;
create sequence saml_mapping_id as integer;
