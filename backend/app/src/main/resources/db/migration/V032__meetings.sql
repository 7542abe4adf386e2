create sequence meeting_number;

-- A joint meeting: the partners of a place and the projects that are put before them.
create table meeting (
    id          text collate "C" primary key,
    state       text not null check (state in ('planned', 'live', 'closed', 'cancelled')),
    title       text not null check (length(title) between 1 and 60),
    place       text not null check (length(place) between 1 and 100),
    agenda      text[] not null check (cardinality(agenda) <= 20),
    area_code   text collate "C" not null references area (code),
    district    text collate "C" not null,
    subdistrict text collate "C",
    community   text collate "C",
    compound    text collate "C",
    starts_at   timestamptz not null,
    started_at  timestamptz,
    closed_at   timestamptz,
    end_reason  text,
    -- Who is in the hall reads it from the screen.
    hall_code   text not null,
    created_by  uuid not null references person (id),
    created_at  timestamptz not null,
    updated_at  timestamptz not null,
    version     bigint not null default 0
);
create index meeting_newest on meeting (starts_at desc, id desc);
create index meeting_district on meeting (district, starts_at desc, id desc);
create index meeting_subdistrict on meeting (subdistrict, starts_at desc, id desc);
create index meeting_community on meeting (community, starts_at desc, id desc);
create index meeting_compound on meeting (compound, starts_at desc, id desc);
create index meeting_unfinished on meeting (starts_at) where state in ('planned', 'live');

-- A project is before one unfinished meeting at a time.
create table meeting_project (
    meeting_id text collate "C" not null references meeting (id),
    project_id text collate "C" not null references project (id),
    position   integer not null,
    unfinished boolean not null default true,
    primary key (meeting_id, project_id)
);
create unique index meeting_project_once on meeting_project (project_id) where unfinished;

create table meeting_partner (
    meeting_id    text collate "C" not null references meeting (id),
    partner_id    text collate "C" not null references partner (id),
    invited_at    timestamptz,
    checked_in_at timestamptz,
    checked_in_by uuid references person (id),
    in_hall       boolean not null default false,
    primary key (meeting_id, partner_id),
    check ((checked_in_at is null) = (checked_in_by is null))
);
create index meeting_partner_by_partner on meeting_partner (partner_id, meeting_id);

-- For some minutes the projects of a meeting are claimed, by one clock: the database's.
create table claim_round (
    id           uuid primary key default uuidv7(),
    meeting_id   text collate "C" not null references meeting (id),
    state        text not null check (state in ('scheduled', 'open', 'paused', 'closed')),
    opens_at     timestamptz not null,
    closes_at    timestamptz not null,
    paused_at    timestamptz,
    most_claims  integer not null default 0 check (most_claims between 0 and 200),
    from_afar    boolean not null default true,
    undo_seconds integer not null default 0 check (undo_seconds between 0 and 60),
    created_at   timestamptz not null,
    updated_at   timestamptz not null,
    version      bigint not null default 0,
    check (opens_at < closes_at),
    check (state <> 'paused' or paused_at is not null)
);
create unique index claim_round_one_at_a_time on claim_round (meeting_id) where state <> 'closed';
create index claim_round_meeting on claim_round (meeting_id, opens_at);
create index claim_round_due on claim_round (least(opens_at, closes_at)) where state in ('scheduled', 'open');

-- How many a partner has claimed in a round: never beyond the round's limit.
create table round_tally (
    round_id   uuid not null references claim_round (id),
    partner_id text collate "C" not null references partner (id),
    claims     integer not null check (claims >= 0),
    primary key (round_id, partner_id)
);

-- Every hand that went up, and what it got.
create table claim_attempt (
    id         uuid primary key default uuidv7(),
    round_id   uuid not null references claim_round (id),
    project_id text collate "C" not null,
    partner_id text collate "C" not null,
    person_id  uuid not null,
    proxy      boolean not null,
    at         timestamptz not null,
    answer     text not null,
    claim_id   uuid references claim (id)
);
create index claim_attempt_newest on claim_attempt (round_id, at desc, id desc);
create index claim_attempt_claim on claim_attempt (claim_id) where claim_id is not null;
