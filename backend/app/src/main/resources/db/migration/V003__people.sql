create table person (
    id           uuid primary key,
    username     text collate "C" not null,
    display_name text not null,
    is_program   boolean not null default false,
    disabled     boolean not null default false,
    home_area    text collate "C" references area (code),
    language     text not null default 'zh-CN' check (language in ('zh-CN', 'en')),
    created_at   timestamptz not null,
    version      bigint not null default 0
);
create unique index person_username on person (username);
create index person_newest on person (created_at desc, id desc);

-- Personal data stands apart and encrypted: AES-256-GCM, the key's name in front.
create table person_contact (
    person_id uuid primary key references person (id),
    phone     bytea not null
);

create table staff_area (
    person_id uuid not null references person (id),
    area_code text collate "C" not null references area (code),
    given_at  timestamptz not null,
    given_by  uuid references person (id),
    primary key (person_id, area_code)
);
create index staff_area_by_area on staff_area (area_code);

-- Sessions that were ended before their cookie ran out.
create table ended_session (
    sid      text collate "C" primary key,
    ended_at timestamptz not null
);
create index ended_session_age on ended_session (ended_at);

-- Each look at something that is shown only on purpose.
create table look (
    id        bigint generated always as identity primary key,
    person_id uuid not null references person (id),
    what      text not null,
    thing_id  text collate "C" not null,
    at        timestamptz not null
);

create table follow (
    person_id  uuid not null references person (id),
    thing_id   text collate "C" not null,
    thing_kind text not null,
    since      timestamptz not null,
    primary key (person_id, thing_id)
);
create index follow_thing on follow (thing_id);
create index follow_newest on follow (person_id, since desc, thing_id desc);

create table notification (
    id           uuid primary key default uuidv7(),
    person_id    uuid not null references person (id),
    event_id     uuid not null,
    type         text not null,
    subject_kind text not null,
    subject_id   text collate "C" not null,
    at           timestamptz not null,
    read_at      timestamptz,
    constraint notification_told_once unique (person_id, event_id)
);
create index notification_newest on notification (person_id, at desc, id desc);
create index notification_unread on notification (person_id) where read_at is null;
