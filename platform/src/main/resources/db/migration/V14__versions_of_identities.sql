-- How far the register has come in the stream of each identity: whoever reads one can tell whether it shows the last event.
-- The register is derived anew, so that every identity has its version.
truncate identity, identity_environment, trait;

alter table identity add column version bigint not null;
