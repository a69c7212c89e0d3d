-- Whether it was proven that the user of an account reads the mails to its address. Of accounts that are there already, nobody knows.
alter table account add column address_proven boolean not null default false;

-- Whether set-up has opened the account and still has to make its user a superuser.
alter table account add column awaits_promotion boolean not null default false;

-- Of which organisations a provider was linked with an account, until the organisation removed it or let it know other people.
create table ended_login (
    user_id      integer not null references account on delete cascade,
    organisation integer not null,
    primary key (user_id, organisation)
);
