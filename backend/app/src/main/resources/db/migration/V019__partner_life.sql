-- A readable id's number: filled up with noughts, never cut off, as lpad does with what is longer.
create function padded(number bigint, digits int) returns text language sql immutable strict
    return lpad(number::text, greatest(digits, length(number::text)), '0');

-- A partner's life: its term, who is asked for it, and how it ends.
alter table partner
    -- Locked: name and telephone of whom to ask.
    add column contact      bytea,
    -- The last day of the membership, unless it is renewed.
    add column term_ends_on date,
    -- For which end of a term its people were reminded.
    add column reminded_for date,
    -- Why it was suspended or left; for itself and the district.
    add column reason       text,
    -- The entry that carries on what this one, a double, was.
    add column merged_into  text collate "C" references partner (id) check (merged_into <> id);
-- Who joined long ago is in a later term by now.
update partner set term_ends_on = joined_on
    + make_interval(years => 2 * (1 + greatest(0, (extract(year from age(current_date, joined_on)) / 2)::int)));
alter table partner alter column term_ends_on set not null;
create index partner_term on partner (term_ends_on, id) where state = 'active';

-- Whoever has left needs no owner any more.
create or replace function partner_keeps_an_owner() returns trigger language plpgsql as $$
declare
    now_is text;
begin
    select state into now_is from partner where id = old.partner_id for no key update;
    if now_is <> 'left' and not exists (select from membership where partner_id = old.partner_id and role = 'owner') then
        raise exception 'the last owner stays' using errcode = 'check_violation', constraint = 'partner_keeps_an_owner';
    end if;
    return null;
end $$;
