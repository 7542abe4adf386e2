create table claim (
    id           uuid primary key default uuidv7(),
    project_id   text collate "C" not null references project (id),
    partner_id   text collate "C" not null references partner (id),
    area_code    text collate "C" not null,
    person_id    uuid not null references person (id),
    on_behalf    boolean not null,
    state        text not null check (state in ('submitted', 'confirmed', 'waitlisted', 'fulfilled', 'rejected',
                     'withdrawn', 'lapsed')),
    queue_no     bigint generated always as identity,
    message      text,
    confirmed_at timestamptz,
    promoted     boolean not null default false,
    begin_by     timestamptz,
    begun_at     timestamptz,
    reported_at  timestamptz,
    ended_at     timestamptz,
    end_reason   text,
    marked       boolean not null default false,
    created_at   timestamptz not null,
    updated_at   timestamptz not null,
    version      bigint not null default 0
);
-- A partner stands behind a project once.
create unique index claim_once_a_partner on claim (project_id, partner_id)
    where state in ('submitted', 'confirmed', 'waitlisted', 'fulfilled');
create index claim_project on claim (project_id, queue_no);
create index claim_partner on claim (partner_id, created_at desc, id desc);
create index claim_to_lapse on claim (begin_by) where state = 'confirmed' and begun_at is null;
create index claim_newest on claim (created_at desc, id desc);
