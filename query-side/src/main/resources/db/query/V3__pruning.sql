-- How many lines the audit log had of events that are pruned, so that those after them keep their ids when the log is derived anew. Not
-- derived itself.
create table audit_pruned (
    position bigint primary key,
    lines bigint not null
);

-- Up to where an organisation has no lines any more.
create table audit_horizon (
    organisation_id integer primary key,
    horizon bigint not null
);
