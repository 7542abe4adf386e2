-- For whose sake a person is told. What was told before has no kind, and goes nowhere but to the screen.
alter table notification add column kind text check (kind in ('followed', 'work', 'organisation', 'personal'));

-- How people are told besides the list on their screen. The address stands encrypted, as their telephone does.
create table delivery_settings (
    person_id uuid primary key references person (id),
    email     bytea,
    confirmed boolean not null default false,
    version   bigint not null default 0,
    constraint delivery_settings_confirmed_address check (email is not null or not confirmed)
);
create table delivery_choice (
    person_id uuid not null references delivery_settings (person_id),
    kind      text not null check (kind in ('followed', 'work', 'organisation', 'personal')),
    mail      text not null check (mail in ('off', 'at_once', 'daily')),
    sms       boolean not null,
    primary key (person_id, kind)
);

-- One message to one person. Its id is its name to the outside, however often it is tried.
create table letter (
    id        uuid primary key default uuidv7(),
    person_id uuid not null references person (id),
    form      text not null check (form in ('mail', 'sms', 'confirmation')),
    made_at   timestamptz not null,
    tries     int not null default 0,
    try_at    timestamptz not null,
    ended_at  timestamptz,
    ending    text check (ending in ('sent', 'unwanted', 'given_up')),
    constraint letter_ends_somehow check ((ended_at is null) = (ending is null))
);
create index letter_waiting on letter (form, try_at) where ended_at is null;
create index letter_ended on letter (ended_at) where ended_at is not null;
create index letter_confirmations on letter (person_id, made_at) where form = 'confirmation';

-- Each notification goes by each channel once: in one letter, for good.
create table delivery (
    notification_id uuid not null references notification (id),
    channel         text not null check (channel in ('mail', 'sms')),
    person_id       uuid not null references person (id),
    due_at          timestamptz not null,
    letter_id       uuid references letter (id) on delete cascade,
    primary key (notification_id, channel)
);
create index delivery_due on delivery (channel, due_at, person_id) where letter_id is null;
create index delivery_of_person on delivery (person_id, channel, due_at) where letter_id is null;
create index delivery_of_letter on delivery (letter_id) where letter_id is not null;
