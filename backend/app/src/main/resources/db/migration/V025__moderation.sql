-- A reader says that a post should not stand; or the product does, when it holds one until somebody has looked at it.
create table report (
    id           uuid primary key default uuidv7(),
    state        text not null check (state in ('submitted', 'upheld', 'dismissed')),
    thing_kind   text not null,
    thing_id     text collate "C" not null,
    -- On whose page it stands.
    page_id      text collate "C" not null,
    area_code    text collate "C" not null references area (code),
    author_id    uuid not null references person (id),
    -- What was said when it was reported; it may have been edited since.
    said         text not null,
    -- Without a reporter and a cause: held because of watched words, which are the text.
    reporter_id  uuid references person (id),
    cause        text check (cause in ('abuse', 'untrue', 'privacy', 'advertising', 'off_topic', 'other')),
    text         text,
    reason       text,
    decided_by   uuid references person (id),
    due_at       timestamptz not null,
    overdue_told boolean not null default false,
    created_at   timestamptz not null,
    updated_at   timestamptz not null,
    version      bigint not null default 0,
    constraint report_once unique (thing_kind, thing_id, reporter_id),
    constraint report_of_anothers_post check (reporter_id <> author_id),
    constraint report_has_a_cause check ((reporter_id is null) = (cause is null))
);
create index report_newest on report (created_at desc, id desc);
create index report_waiting on report (created_at desc, id desc) where state = 'submitted';
create index report_reporter on report (reporter_id, created_at desc, id desc);
create index report_due on report (due_at, id) where state = 'submitted';
create index report_page on report (page_id) where state = 'submitted';
create index report_of on report (thing_kind, thing_id) where state = 'submitted';

-- What was hidden and why, for the public counts.
create table hiding (
    id          uuid primary key default uuidv7(),
    thing_kind  text not null,
    thing_id    text collate "C" not null,
    area_code   text collate "C" not null references area (code),
    cause       text not null check (cause in ('abuse', 'untrue', 'privacy', 'advertising', 'off_topic', 'other')),
    hidden_at   timestamptz not null,
    restored_at timestamptz
);
create unique index hiding_now on hiding (thing_kind, thing_id) where restored_at is null;
create index hiding_time on hiding (hidden_at);

insert into hiding (thing_kind, thing_id, area_code, cause, hidden_at)
select 'topic', id, area_code, 'other', updated_at from topic where visibility = 'hidden'
union all
select 'reply', r.id::text, t.area_code, 'other', coalesce(r.edited_at, r.created_at)
from reply r join topic t on t.id = r.topic_id where r.visibility = 'hidden';

-- A post in which one of these words stands is held until somebody has looked at it.
create table watched_word (
    word text collate "C" primary key check (length(word) between 2 and 40)
);
insert into watched_word (word) values
    ('傻逼'), ('他妈的'), ('王八蛋'), ('去死'), ('弄死你'), ('砍死'), ('杀了你'), ('不得好死'),
    ('代开发票'), ('办证'), ('刷单'), ('裸聊'), ('赌博网'), ('高利贷'), ('无抵押贷款');

-- Held: nobody has looked yet. Untold: it was held from the beginning, and nobody was told of it.
alter table topic add column held boolean not null default false,
    add column untold boolean not null default false,
    add constraint topic_held_is_hidden check (not held or visibility = 'hidden');
alter table reply add column held boolean not null default false,
    add column untold boolean not null default false,
    add constraint reply_held_is_hidden check (not held or visibility = 'hidden');

-- How much a new account may post; nought days: nobody is new.
alter table programme add column newcomer_days smallint not null default 3 check (newcomer_days between 0 and 90),
    add column newcomer_posts smallint not null default 10 check (newcomer_posts between 1 and 1000);
create table newcomer_post (
    person_id uuid not null references person (id),
    day       date not null,
    posts     integer not null,
    primary key (person_id, day)
);
create index newcomer_post_day on newcomer_post (day);
