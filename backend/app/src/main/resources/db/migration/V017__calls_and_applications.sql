-- Calls for partners.
create sequence call_number;

create table call (
    id           text collate "C" primary key check (id ~ '^C-[0-9]{4}-[0-9]{4,}$'),
    state        text not null check (state in ('draft', 'published', 'closed')),
    title        text not null,
    body         text not null,
    area_code    text collate "C" not null references area (code),
    -- What is sought; nothing named: anything.
    fields       text[] not null,
    categories   text[] not null,
    -- The last day.
    closes_on    date,
    created_by   uuid not null references person (id),
    published_at timestamptz,
    closed_at    timestamptz,
    created_at   timestamptz not null,
    updated_at   timestamptz not null,
    version      bigint not null default 0
);
create index call_newest on call (created_at desc, id desc);
create index call_to_close on call (closes_on) where state = 'published' and closes_on is not null;

-- One organisation, one code (GB 32100-2015); an office without one of its own has none.
alter table partner add column credit_code text collate "C";
create unique index partner_code_once on partner (credit_code) where state <> 'left';
create index partner_name on partner (lower(name));
create index partner_code on partner (credit_code) where credit_code is not null;

-- How an organisation becomes a partner.
create table partner_application (
    id           uuid primary key default uuidv7(),
    state        text not null check (state in ('submitted', 'under_review', 'returned', 'approved', 'rejected', 'withdrawn')),
    applicant_id uuid not null references person (id),
    -- The district that answers.
    area_code    text collate "C" not null references area (code),
    name         text not null,
    kind         text not null,
    credit_code  text collate "C",
    intro        text,
    -- Locked: name and telephone.
    contact      bytea not null,
    areas        text[] not null,
    fields       text[] not null,
    offers       jsonb not null,
    -- What made it apply.
    call_id      text collate "C" references call (id),
    topic_id     text collate "C" references topic (id),
    project_id   text collate "C" references project (id),
    due_at       timestamptz not null,
    -- What is missing, or why it was rejected.
    reason       text,
    decided_by   uuid references person (id),
    appealed_at  timestamptz,
    partner_id   text collate "C" references partner (id),
    created_at   timestamptz not null,
    updated_at   timestamptz not null,
    version      bigint not null default 0
);
create index partner_application_newest on partner_application (created_at desc, id desc);
create index partner_application_due on partner_application (due_at, id) where state in ('submitted', 'under_review');
create index partner_application_applicant on partner_application (applicant_id, created_at desc, id desc);
create index partner_application_call on partner_application (call_id, created_at desc, id desc) where call_id is not null;
-- An organisation applies once at a time, whoever applies for it.
create unique index partner_application_name_once on partner_application (lower(name))
    where state in ('submitted', 'under_review', 'returned');
create unique index partner_application_code_once on partner_application (credit_code)
    where state in ('submitted', 'under_review', 'returned');
