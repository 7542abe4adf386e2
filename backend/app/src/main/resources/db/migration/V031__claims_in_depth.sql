-- How many claims a partner may have open at a time; nought: as many as it likes.
alter table programme add column claims_at_once integer not null default 0 check (claims_at_once between 0 and 1000);
create index claim_open on claim (partner_id) where state in ('submitted', 'confirmed', 'waitlisted');

-- Which partners may claim: of any kind where none is named.
alter table project add column eligible_kinds text[] not null default '{}';
alter table project add column eligible_serving boolean not null default false;

-- A claim that staff pass on to another partner, if both agree; one proposal at a time.
create table reassignment (
    id             uuid primary key default uuidv7(),
    state          text not null check (state in ('proposed', 'completed', 'declined', 'withdrawn', 'expired')),
    claim_id       uuid not null references claim (id),
    project_id     text collate "C" not null references project (id),
    area_code      text collate "C" not null,
    from_partner   text collate "C" not null references partner (id),
    to_partner     text collate "C" not null references partner (id),
    reason         text not null check (length(reason) between 1 and 300),
    due_at         timestamptz not null,
    proposed_by    uuid not null references person (id),
    from_agreed_at timestamptz,
    from_agreed_by uuid references person (id),
    to_agreed_at   timestamptz,
    to_agreed_by   uuid references person (id),
    end_reason     text,
    created_at     timestamptz not null,
    updated_at     timestamptz not null,
    version        bigint not null default 0,
    check (state <> 'proposed' or from_partner <> to_partner),
    check (state <> 'completed' or (from_agreed_at is not null and to_agreed_at is not null))
);
create unique index reassignment_once_a_claim on reassignment (claim_id) where state = 'proposed';
create index reassignment_from on reassignment (from_partner, created_at desc, id desc);
create index reassignment_to on reassignment (to_partner, created_at desc, id desc);
create index reassignment_project on reassignment (project_id, created_at desc, id desc);
create index reassignment_newest on reassignment (created_at desc, id desc);
create index reassignment_due on reassignment (due_at) where state = 'proposed';
