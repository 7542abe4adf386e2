create table evaluation (
    id         uuid primary key default uuidv7(),
    thing_kind text not null,
    thing_id   text collate "C" not null,
    person_id  uuid not null references person (id),
    rating     smallint not null check (rating between 1 and 5),
    comment    text,
    concerned  boolean not null,
    read_by    uuid references person (id),
    created_at timestamptz not null,
    constraint evaluation_once_a_person unique (thing_id, person_id)
);
create index evaluation_thing on evaluation (thing_id, created_at desc, id desc);
