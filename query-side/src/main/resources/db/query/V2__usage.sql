-- API calls and feature evaluations of applications. Neither is an event: they are counted instead of recorded one by one.

create table api_call (
    day date not null,
    organisation_id integer not null,
    project_id integer not null,
    environment_id integer not null,
    resource varchar(32) not null,
    calls bigint not null,
    primary key (organisation_id, day, environment_id, resource)
);

create index api_call_by_day on api_call (day);

-- The sums of days that have been pruned.
create table api_call_before (
    organisation_id integer primary key,
    calls bigint not null
);

create table feature_evaluation (
    day date not null,
    environment_id integer not null,
    feature_id integer not null,
    evaluations bigint not null,
    primary key (environment_id, feature_id, day)
);

create index feature_evaluation_by_day on feature_evaluation (day);
