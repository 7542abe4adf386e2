-- What every feature stands on: the timeline, the outbox with its readers, remembered answers, the calendar.

create table timeline (
    id           bigint generated always as identity primary key,
    page_id      text collate "C" not null,
    area_code    text collate "C" not null,
    is_public    boolean not null,
    subject_kind text not null,
    subject_id   text collate "C" not null,
    at           timestamptz not null,
    recorded_at  timestamptz not null,
    action       text not null,
    from_state   text,
    to_state     text not null,
    actor_id     uuid,
    actor_role   text,
    actor_hidden boolean not null,
    text         text
);
create index timeline_page on timeline (page_id, at, id);

create table event (
    ord          bigint generated always as identity primary key,
    id           uuid not null default uuidv7(),
    xid          xid8 not null default pg_current_xact_id(),
    seq          bigint constraint event_seq_once unique,
    type         text not null,
    subject_kind text not null,
    subject_id   text collate "C" not null,
    parent_kind  text,
    parent_id    text collate "C",
    area         text collate "C" not null,
    actor_id     uuid,
    actor_hidden boolean not null,
    is_public    boolean not null,
    at           timestamptz not null,
    data         jsonb not null
);
create index event_unnumbered on event (xid, ord) where seq is null;

create table consumer (
    name text primary key,
    seq  bigint not null
);

create table idempotency_key (
    caller_id   uuid not null,
    key         text collate "C" not null,
    fingerprint text not null,
    used_at     timestamptz not null,
    status      integer not null,
    body        text not null,
    etag        text,
    location    text,
    primary key (caller_id, key)
);
create index idempotency_key_age on idempotency_key (used_at);

-- Days that differ from Monday to Friday: holidays (not worked) and make-up days (worked).
create table calendar_day (
    day     date primary key,
    working boolean not null,
    name    text
);
