-- What partners can give.
create table capability (
    id           uuid primary key default uuidv7(),
    partner_id   text collate "C" not null references partner (id),
    state        text not null check (state in ('active', 'paused', 'retired')),
    kind         text not null check (kind in ('money', 'goods', 'hands', 'expertise', 'venue', 'media')),
    title        text not null,
    description  text,
    categories   text[] not null,
    -- Where; nothing named: wherever the partner serves.
    areas        text[] not null,
    -- In all, and in a month; nothing: as the case arises.
    quantity     numeric(12, 2) check (quantity > 0),
    monthly      numeric(12, 2) check (monthly > 0),
    unit         text,
    availability text,
    charge       text not null check (charge in ('free', 'at_cost')),
    created_at   timestamptz not null,
    updated_at   timestamptz not null,
    version      bigint not null default 0,
    constraint capability_amount_has_unit check (unit is not null or (quantity is null and monthly is null))
);
create index capability_partner on capability (partner_id, created_at desc, id desc);
create index capability_categories on capability using gin (categories) where state = 'active';
