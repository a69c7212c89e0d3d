-- Lines may be of an organisation as a whole, and about things that the contract has no type for.
alter table audit_entry alter column project_id drop not null;
alter table audit_entry alter column related_object_id drop not null;
alter table audit_entry alter column related_object_uuid drop not null;
alter table audit_entry alter column related_object_type drop not null;
