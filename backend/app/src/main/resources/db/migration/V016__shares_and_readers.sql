-- What a claim on a shared project takes on. While it stands, that is part of what its needs have filled.
create table claim_share (
    claim_id uuid not null references claim (id),
    need_id  uuid not null references need (id) on delete cascade,
    quantity numeric(12, 2) not null check (quantity > 0),
    primary key (claim_id, need_id)
);
create index claim_share_need on claim_share (need_id);

-- Whom a topic is for; moderation hides it and brings it back to just these readers.
alter table topic add column readers text not null default 'public' check (readers in ('public', 'members'));
