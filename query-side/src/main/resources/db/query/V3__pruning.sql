-- How many lines the audit log had of events that are pruned, so that those after them keep their ids when the log is derived anew. Not
-- derived itself.
create table audit_pruned (
    position bigint primary key,
    lines bigint not null
);
