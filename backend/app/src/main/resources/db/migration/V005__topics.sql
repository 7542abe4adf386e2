create sequence topic_number;

create table topic (
    id            text collate "C" primary key,
    state         text not null check (state in ('open', 'accepted', 'in_progress', 'resolved', 'closed', 'declined',
                      'withdrawn')),
    visibility    text not null default 'public' check (visibility in ('public', 'members', 'hidden')),
    outcome       text check (outcome in ('solved', 'partly_solved', 'answered', 'not_feasible')),
    title         text not null,
    body          text not null,
    area_code     text collate "C" not null references area (code),
    district      text collate "C" not null,
    subdistrict   text collate "C",
    community     text collate "C",
    compound      text collate "C",
    category      text collate "C" not null references category (code),
    place         text,
    lat           double precision check (lat between -90 and 90),
    lon           double precision check (lon between -180 and 180),
    author_id     uuid not null references person (id),
    anonymous     boolean not null,
    recorded_by   uuid references person (id),
    assignee_id   uuid references person (id),
    support_count integer not null default 0,
    reply_count   integer not null default 0,
    due_at        timestamptz,
    overdue_told  boolean not null default false,
    resolved_at   timestamptz,
    hidden_reason text,
    created_at    timestamptz not null,
    updated_at    timestamptz not null,
    version       bigint not null default 0,
    check ((lat is null) = (lon is null)),
    -- What waits for a person has a date.
    check (due_at is not null or state not in ('open', 'accepted', 'in_progress'))
);
create index topic_newest on topic (created_at desc, id desc);
create index topic_district on topic (district, created_at desc, id desc);
create index topic_subdistrict on topic (subdistrict, created_at desc, id desc);
create index topic_community on topic (community, created_at desc, id desc);
create index topic_compound on topic (compound, created_at desc, id desc);
create index topic_state on topic (state, created_at desc, id desc);
create index topic_category on topic (category, created_at desc, id desc);
create index topic_author on topic (author_id, created_at desc, id desc);
create index topic_assignee on topic (assignee_id, due_at, id) where assignee_id is not null;
create index topic_supported on topic (support_count desc, id desc);
create index topic_changed on topic (updated_at desc, id desc);
create index topic_due on topic (due_at, id) where state in ('open', 'accepted', 'in_progress');
create index topic_due_community on topic (community, due_at, id) where state in ('open', 'accepted', 'in_progress');
create index topic_due_subdistrict on topic (subdistrict, due_at, id) where state in ('open', 'accepted', 'in_progress');
create index topic_to_close on topic (resolved_at) where state = 'resolved';

-- Where a caller on the phone can be reached: encrypted, shown only on purpose.
create table topic_caller (
    topic_id text collate "C" primary key references topic (id),
    contact  bytea not null
);

create table reply (
    id            uuid primary key default uuidv7(),
    topic_id      text collate "C" not null references topic (id),
    parent_id     uuid references reply (id),
    -- Its place in the thread: its id (which grows with time), behind that of the reply that it answers.
    place         text collate "C" not null,
    author_id     uuid not null references person (id),
    anonymous     boolean not null,
    official      boolean not null,
    body          text not null,
    visibility    text not null default 'public' check (visibility in ('public', 'hidden')),
    hidden_reason text,
    hidden_by     uuid references person (id),
    created_at    timestamptz not null,
    edited_at     timestamptz,
    version       bigint not null default 0
);
create index reply_thread on reply (topic_id, place, id);
create index reply_official on reply (topic_id, created_at desc) where official and visibility = 'public';

create table topic_support (
    topic_id   text collate "C" not null references topic (id),
    person_id  uuid not null references person (id),
    created_at timestamptz not null,
    primary key (topic_id, person_id)
);

-- What was counted since the counters were last added up: many may support one topic at once without waiting for its row.
create table topic_delta (
    topic_id text collate "C" not null,
    supports smallint not null,
    replies  smallint not null
);
create index topic_delta_topic on topic_delta (topic_id);
