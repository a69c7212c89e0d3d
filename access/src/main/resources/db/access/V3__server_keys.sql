-- The keys that applications' servers present. In clear text, since the contract shows them in full whenever it is asked.
create table server_key (
    key_id         int primary key,
    environment_id int not null,
    key            text not null unique
);

create index server_key_of_environment on server_key (environment_id);
