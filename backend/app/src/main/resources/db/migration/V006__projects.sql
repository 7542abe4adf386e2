create sequence project_number;

create table project (
    id                text collate "C" primary key,
    state             text not null check (state in ('draft', 'open', 'claimed', 'in_progress', 'delivered', 'completed',
                          'closed', 'cancelled')),
    title             text not null,
    summary           text not null,
    description       text,
    area_code         text collate "C" not null references area (code),
    district          text collate "C" not null,
    subdistrict       text collate "C",
    community         text collate "C",
    compound          text collate "C",
    category          text collate "C" not null references category (code),
    field             text not null references field (code),
    claim_mode        text not null check (claim_mode in ('exclusive', 'shared')),
    claim_policy      text not null check (claim_policy in ('first_come', 'reviewed')),
    slots             integer not null check (slots between 1 and 20),
    held              integer not null default 0,
    waiting           integer not null default 0,
    begin_within_days integer not null check (begin_within_days between 1 and 365),
    estimated_amount  numeric(14, 2) check (estimated_amount >= 0),
    estimated_currency text check (estimated_currency ~ '^[A-Z]{3}$'),
    due_date          date,
    participants      jsonb not null default '[]',
    created_by        uuid not null references person (id),
    end_code          text,
    end_reason        text,
    published_at      timestamptz,
    completed_at      timestamptz,
    created_at        timestamptz not null,
    updated_at        timestamptz not null,
    version           bigint not null default 0,
    check (claim_mode = 'shared' or slots = 1),
    constraint project_slots_hold check (held between 0 and slots),
    constraint project_waiting_list check (waiting between 0 and 10),
    check ((estimated_amount is null) = (estimated_currency is null))
);
create index project_newest on project (created_at desc, id desc);
create index project_district on project (district, created_at desc, id desc);
create index project_subdistrict on project (subdistrict, created_at desc, id desc);
create index project_community on project (community, created_at desc, id desc);
create index project_compound on project (compound, created_at desc, id desc);
create index project_state on project (state, created_at desc, id desc);
create index project_category on project (category, created_at desc, id desc);
create index project_field on project (field, created_at desc, id desc);
create index project_due on project (due_date, id) where state in ('open', 'claimed', 'in_progress', 'delivered');
create index project_to_close on project (completed_at) where state = 'completed';

create table need (
    id         uuid primary key default uuidv7(),
    project_id text collate "C" not null references project (id),
    position   integer not null,
    kind       text not null check (kind in ('money', 'goods', 'hands', 'expertise', 'venue', 'media')),
    title      text not null,
    quantity   numeric(12, 2) not null check (quantity > 0),
    unit       text not null,
    filled     numeric(12, 2) not null default 0,
    constraint need_never_overfilled check (filled between 0 and quantity)
);
create index need_project on need (project_id, position);

create table project_topic (
    project_id text collate "C" not null references project (id),
    topic_id   text collate "C" not null references topic (id),
    primary key (project_id, topic_id)
);
create index project_topic_by_topic on project_topic (topic_id);

create table progress_entry (
    id          uuid primary key default uuidv7(),
    project_id  text collate "C" not null references project (id),
    author_id   uuid not null references person (id),
    partner_id  text collate "C" references partner (id),
    text        text not null,
    occurred_on date not null,
    created_at  timestamptz not null
);
create index progress_entry_newest on progress_entry (project_id, created_at desc, id desc);

create table outcome (
    project_id  text collate "C" primary key references project (id),
    numbers     jsonb not null,
    story       text not null,
    reported_by uuid not null references person (id),
    reported_at timestamptz not null
);
