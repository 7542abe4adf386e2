-- Everything that was done, by whom: one row a deed, written with it, never changed.
create table audit (
    id           bigint generated always as identity,
    at           timestamptz not null,
    -- Absent for the system, and for whom the thing keeps anonymous.
    actor_id     uuid,
    actor_role   text,
    actor_hidden boolean not null,
    action       text not null,
    thing_kind   text not null,
    thing_id     text collate "C" not null,
    -- What belongs to the thing, or what it was given.
    part_kind    text,
    part_id      text collate "C",
    note         text,
    primary key (at, id),
    check ((part_kind is null) = (part_id is null)),
    check (actor_id is null or not actor_hidden)
);
create index audit_actor on audit (actor_id, at, id) where actor_id is not null;
create index audit_thing on audit (thing_id, at, id);
create index audit_part on audit (part_id, at, id) where part_id is not null;

-- What was done before there was this list; each look stands in it from now on.
insert into audit (at, actor_id, actor_role, actor_hidden, action, thing_kind, thing_id, part_kind, part_id)
select at, case when not actor_hidden then actor_id end, actor_role, actor_hidden, subject_kind || '.' || action,
    case when page_id = subject_id then subject_kind when page_id like 'T-%' then 'topic' else 'project' end, page_id,
    case when page_id <> subject_id then subject_kind end, case when page_id <> subject_id then subject_id end
from timeline
union all
select at, person_id, 'staff', false, 'topic.reveal-author', 'topic', thing_id, null, null from look
union all
select given_at, given_by, 'admin', false, 'person.give-area', 'person', person_id::text, 'area', area_code from staff_area
union all
select m.since, e.actor_id, 'admin', false, case m.role when 'owner' then 'partner.add-owner' else 'partner.add-member' end,
    'partner', m.partner_id, 'person', m.person_id::text
from membership m left join lateral (
    select actor_id from event where type = 'person.joined_partner' and subject_id = m.person_id::text
        and data ->> 'partner' = m.partner_id limit 1
) e on true
union all
select at, actor_id, 'admin', false, 'partner.create', 'partner', subject_id, null, null
from event where type = 'partner.created'
order by at;
drop table look;

create function audit_stays() returns trigger language plpgsql as $$
begin
    raise exception 'what was done is only added to';
end $$;
create trigger audit_stays before update or delete or truncate on audit for each statement execute function audit_stays();

-- People are found by name, and those who were shut out stand together.
alter table person add column words tsvector generated always as (
    array_to_tsvector(search_pieces(username || ' ' || display_name))) stored;
create index person_words on person using gin (words);
create index person_disabled on person (created_at desc, id desc) where disabled;

-- A partner keeps an owner, also when two of them go in the same moment: each waits for the other at the partner's row.
create function partner_keeps_an_owner() returns trigger language plpgsql as $$
begin
    perform from partner where id = old.partner_id for no key update;
    if not exists (select from membership where partner_id = old.partner_id and role = 'owner') then
        raise exception 'the last owner stays' using errcode = 'check_violation', constraint = 'partner_keeps_an_owner';
    end if;
    return null;
end $$;
create trigger partner_keeps_an_owner after delete or update on membership for each row
    when (old.role = 'owner') execute function partner_keeps_an_owner();
