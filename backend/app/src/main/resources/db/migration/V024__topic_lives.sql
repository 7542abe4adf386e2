-- What waits for its author's answer, or was merged into another, is set aside: it comes back to where it was, with as
-- much of its time as it had left.
alter table topic drop constraint topic_state_check;
alter table topic
    add constraint topic_state_check check (state in ('open', 'accepted', 'in_progress', 'waiting_resident', 'resolved',
        'closed', 'declined', 'merged', 'withdrawn')),
    add column set_aside text check (set_aside in ('open', 'accepted', 'in_progress')),
    add column days_left integer,
    add column due_then timestamptz,
    add column question text,
    add column merged_into text collate "C" references topic (id),
    -- Who passed it on, and how often that happened.
    add column came_from text collate "C" references area (code),
    add column transfers smallint not null default 0,
    add column supervised_at timestamptz,
    -- A broken promise goes up: to whom it went, and when it goes further.
    add column escalated_to text collate "C" references area (code),
    add column escalates_at timestamptz,
    -- Who decided, and whether its author has appealed against that.
    add column declined_by uuid references person (id),
    add column decline_appealed boolean not null default false,
    add column hidden_by uuid references person (id),
    add column hide_appealed boolean not null default false,
    add constraint topic_comes_back check (state not in ('waiting_resident', 'merged')
        or (set_aside is not null and days_left is not null)),
    add constraint topic_merged_somewhere check (state <> 'merged' or (merged_into is not null and merged_into <> id)),
    add constraint topic_waits_until check (state <> 'waiting_resident' or (due_at is not null and question is not null));
-- What is late already goes up too.
update topic set escalates_at = now() where overdue_told and state in ('open', 'accepted', 'in_progress');
create index topic_waiting on topic (due_at) where state = 'waiting_resident';
create index topic_to_escalate on topic (escalates_at) where escalates_at is not null;
create index topic_escalated on topic (escalated_to, coalesce(due_at, 'infinity'), id) where escalated_to is not null;
create index topic_merged on topic (merged_into) where merged_into is not null;

-- Who was urged once on a day is not urged again.
create table topic_urge (
    topic_id   text collate "C" not null references topic (id),
    day        date not null,
    person_id  uuid not null references person (id),
    constraint topic_urged_once_a_day primary key (topic_id, day)
);

-- Where somebody said it; when topics are merged, it is shown with another.
alter table reply add column home_id text collate "C" references topic (id);
update reply set home_id = topic_id;
alter table reply alter column home_id set not null;
create index reply_home on reply (home_id, place, id) where home_id <> topic_id;

alter table topic_support add column home_id text collate "C" references topic (id);
update topic_support set home_id = topic_id;
alter table topic_support alter column home_id set not null;
alter table topic_support drop constraint topic_support_pkey;
alter table topic_support add primary key (home_id, person_id);
create index topic_support_shown on topic_support (topic_id, person_id);

alter table reply add column appealed boolean not null default false;

-- Who follows it because another was merged into it.
alter table follow add column via text collate "C";

-- The author of what was declined or hidden asks once for somebody else's decision.
create table appeal (
    id           uuid primary key default uuidv7(),
    state        text not null check (state in ('submitted', 'upheld', 'dismissed')),
    thing_kind   text not null,
    thing_id     text collate "C" not null,
    -- On whose page it is told.
    page_id      text collate "C" not null,
    area_code    text collate "C" not null references area (code),
    decision     text not null check (decision in ('decline', 'hide')),
    appellant_id uuid not null references person (id),
    against_id   uuid not null references person (id),
    text         text not null,
    reason       text,
    decided_by   uuid references person (id),
    due_at       timestamptz not null,
    overdue_told boolean not null default false,
    created_at   timestamptz not null,
    updated_at   timestamptz not null,
    version      bigint not null default 0,
    constraint appeal_decided_by_another check (decided_by is null or decided_by <> against_id)
);
create index appeal_newest on appeal (created_at desc, id desc);
create index appeal_appellant on appeal (appellant_id, created_at desc, id desc);
create index appeal_due on appeal (due_at, id) where state = 'submitted';
