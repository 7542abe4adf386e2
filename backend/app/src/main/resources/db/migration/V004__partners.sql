create sequence partner_number;

create table partner (
    id            text collate "C" primary key check (id ~ '^HH-[0-9]{4,}$'),
    name          text not null,
    kind          text not null check (kind in ('enterprise', 'state_owned', 'public_institution', 'school', 'health',
                      'finance', 'police', 'law_firm', 'association', 'individual_business')),
    state         text not null check (state in ('active', 'suspended', 'left')),
    intro         text,
    contact_phone text,
    joined_on     date not null,
    created_at    timestamptz not null,
    updated_at    timestamptz not null,
    version       bigint not null default 0
);
create unique index partner_name_once on partner (lower(name)) where state <> 'left';
create index partner_newest on partner (joined_on desc, id desc);

create table partner_area (
    partner_id text collate "C" not null references partner (id),
    area_code  text collate "C" not null references area (code),
    joined_on  date not null,
    primary key (partner_id, area_code)
);
create index partner_area_by_area on partner_area (area_code, partner_id);

create table partner_field (
    partner_id text collate "C" not null references partner (id),
    field      text not null references field (code),
    primary key (partner_id, field)
);

create table membership (
    person_id  uuid not null references person (id),
    partner_id text collate "C" not null references partner (id),
    role       text not null check (role in ('owner', 'member')),
    since      timestamptz not null,
    primary key (person_id, partner_id)
);
create index membership_partner on membership (partner_id);
