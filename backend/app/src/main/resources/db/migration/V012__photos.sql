-- A picture's id is random: who does not know it cannot guess its address.
create table photo (
    id          uuid primary key,
    uploader_id uuid not null references person (id),
    width       integer not null,
    height      integer not null,
    alt         text,
    -- False until its files are kept.
    stored      boolean not null default false,
    -- Whether it hangs anywhere. What does not is seen by its uploader alone, and swept after a day.
    used        boolean not null default false,
    created_at  timestamptz not null
);
create index photo_uploader on photo (uploader_id, created_at);
create index photo_unused on photo (created_at) where not used;

-- Where a picture hangs.
create table photo_use (
    thing_kind text not null,
    thing_id   text collate "C" not null,
    role       text not null check (role in ('shown', 'before', 'after')),
    position   integer not null,
    photo_id   uuid not null references photo (id),
    primary key (thing_kind, thing_id, role, position)
);
create index photo_use_photo on photo_use (photo_id);
