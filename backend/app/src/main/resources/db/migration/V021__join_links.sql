-- Links by which people take a place: in a partner, or as staff of areas. The secret itself is kept nowhere.
create table join_link (
    id          uuid primary key default uuidv7(),
    secret      bytea not null constraint join_link_secret_once unique,
    partner_id  text collate "C",
    role        text check (role in ('owner', 'member')),
    areas       text[] not null,
    -- Locked: whom it is for, if it is for one alone.
    phone       bytea,
    -- Numbers given for it so far.
    tries       int not null default 0,
    created_by  uuid not null references person (id),
    -- Made as an owner, who may have ceased to be one since.
    by_owner    boolean not null,
    created_at  timestamptz not null,
    expires_at  timestamptz not null,
    revoked_at  timestamptz,
    accepted_by uuid references person (id),
    accepted_at timestamptz,
    check ((partner_id is null) = (role is null) and (partner_id is null) = (areas <> '{}'))
);
create index join_link_partner on join_link (partner_id, created_at desc, id desc) where partner_id is not null;
create index join_link_staff on join_link (created_at desc, id desc) where partner_id is null;
