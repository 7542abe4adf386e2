-- Who is invited is reminded once, a day before.
alter table meeting add column reminded_at timestamptz;
create index meeting_to_remind on meeting (starts_at) where state = 'planned' and reminded_at is null;

-- The evening before, organisers try the screen with partners that are only played. Nothing of it touches a claim.
create table rehearsal (
    meeting_id text collate "C" primary key references meeting (id),
    opens_at   timestamptz not null,
    closes_at  timestamptz not null,
    check (opens_at < closes_at)
);
create index rehearsal_to_clear on rehearsal (closes_at);

-- Each project's hand goes up when its time has come; whoever was quicker than that holds it instead.
create table rehearsal_hand (
    meeting_id text collate "C" not null references rehearsal (meeting_id) on delete cascade,
    project_id text collate "C" not null references project (id),
    player     text not null,
    at         timestamptz not null,
    primary key (meeting_id, project_id)
);

-- What can be claimed now, by field, category and area.
create index project_claimable on project (area_code) include (field, category) where state = 'open';
