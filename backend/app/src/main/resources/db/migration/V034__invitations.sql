-- A partner that is asked to claim a project. Its yes is a claim.
create table invitation (
    id          uuid primary key default uuidv7(),
    state       text not null check (state in ('sent', 'accepted', 'declined', 'withdrawn', 'expired')),
    project_id  text collate "C" not null references project (id),
    area_code   text collate "C" not null,
    partner_id  text collate "C" not null references partner (id),
    message     text check (length(message) between 1 and 300),
    due_at      timestamptz not null,
    invited_by  uuid not null references person (id),
    answered_at timestamptz,
    claim_id    uuid references claim (id),
    end_reason  text,
    created_at  timestamptz not null,
    updated_at  timestamptz not null,
    version     bigint not null default 0
);
create unique index invitation_once on invitation (project_id, partner_id) where state = 'sent';
create index invitation_pair on invitation (project_id, partner_id, created_at desc);
create index invitation_project on invitation (project_id, created_at desc, id desc);
create index invitation_partner on invitation (partner_id, created_at desc, id desc);
create index invitation_newest on invitation (created_at desc, id desc);
create index invitation_due on invitation (due_at) where state = 'sent';
