-- The number of lines of the audit log up to a position: the id of the last one, by which receivers find it in the audit API.
create table webhook_audited (
    id       int primary key check (id = 1),
    position bigint not null,
    lines    int not null
);
insert into webhook_audited (id, position, lines) values (1, 0, 0);
