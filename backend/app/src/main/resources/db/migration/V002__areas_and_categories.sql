create table area (
    code    text collate "C" primary key check (code ~ '^[0-9]{6}([0-9]{3}){0,3}$'),
    parent  text collate "C" references area (code),
    level   text not null check (level in ('district', 'subdistrict', 'community', 'compound')),
    name    text not null,
    retired boolean not null default false,
    -- A code's prefix is its parent.
    check (parent is null or code like parent || '___')
);
create index area_parent on area (parent, code);

create table field (
    code     text primary key,
    name_zh  text not null,
    name_en  text not null,
    position integer not null
);

create table category (
    code     text collate "C" primary key,
    parent   text collate "C" references category (code),
    name_zh  text not null,
    name_en  text not null,
    field    text not null references field (code),
    sla_days integer not null check (sla_days between 1 and 15),
    position integer not null
);

-- One row: what the programme is called here.
create table programme (
    id            boolean primary key default true check (id),
    name_zh       text not null,
    name_en       text not null,
    slogan_zh     text not null,
    slogan_en     text not null,
    phone         text,
    district_code text collate "C" references area (code),
    version       bigint not null default 0
);
