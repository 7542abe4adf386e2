-- The district changes its categories: each has versions, and one that is retired keeps what it has and takes nothing new.
alter table category
    add column retired boolean not null default false,
    add column version bigint not null default 0;
