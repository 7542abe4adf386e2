-- What lies on a desk, whoever of an area counts it: one pass over what is not settled.
create index topic_desk_district on topic (district, due_at, id)
    where state in ('open', 'accepted', 'in_progress', 'waiting_resident');
create index topic_desk_subdistrict on topic (subdistrict, due_at, id)
    where state in ('open', 'accepted', 'in_progress', 'waiting_resident');
create index topic_desk_community on topic (community, due_at, id)
    where state in ('open', 'accepted', 'in_progress', 'waiting_resident');
create index topic_desk_compound on topic (compound, due_at, id)
    where state in ('open', 'accepted', 'in_progress', 'waiting_resident');
create index project_desk on project (state, area_code) where state in ('draft', 'delivered');
create index claim_submitted on claim (area_code) where state = 'submitted';
create index timeline_answers on timeline (at)
    where actor_role = 'staff' and action in ('accept', 'decline', 'resolve', 'merge', 'ask');

-- What staff often say when they take a step; in the order of their places.
create table reason_template (
    step  text not null check (step in ('decline', 'ask', 'transfer', 'send_back', 'hide', 'resolve')),
    place smallint not null check (place between 1 and 20),
    text  text not null check (length(text) between 1 and 200),
    primary key (step, place)
);
insert into reason_template (step, place, text) values
    ('decline', 1, '您反映的事情不在社区职责范围内，建议拨打 12345 热线。'),
    ('decline', 2, '现场看过，暂不具备条件，原因是：'),
    ('decline', 3, '这是邻里之间的私事，社区可以帮助调解，请到社区服务大厅来。'),
    ('ask', 1, '请告诉我们具体位置：哪个小区、几号楼、几单元？'),
    ('ask', 2, '请补充一张现场照片，方便我们判断。'),
    ('ask', 3, '这种情况是从什么时候开始的？多久出现一次？'),
    ('transfer', 1, '事情发生在贵社区范围内，请接着办理。'),
    ('send_back', 1, '核实过，地点不在我社区范围内，退回请重新确认。'),
    ('hide', 1, '内容里有他人的个人信息，先隐藏，修改后可恢复。'),
    ('hide', 2, '内容与社区事务无关。'),
    ('resolve', 1, '已办好，请您看看是否满意。'),
    ('resolve', 2, '已安排人员处理，预计完成时间是：');

-- Who of the staff is away, and who stands in: from the first day's beginning to the last day's end.
create table absence (
    person_id   uuid primary key references person (id),
    stand_in_id uuid not null references person (id),
    from_at     timestamptz not null,
    until_at    timestamptz not null,
    constraint absence_has_days check (from_at < until_at),
    constraint absence_stood_in_by_another check (stand_in_id <> person_id)
);
create index absence_stand_in on absence (stand_in_id);

-- What somebody looks for in the inbox again and again, under a name of theirs.
create table saved_filter (
    id        uuid primary key default uuidv7(),
    person_id uuid not null references person (id),
    place     smallint not null check (place between 1 and 20),
    name      text not null check (length(name) between 1 and 20),
    query     text not null check (length(query) between 1 and 300),
    constraint saved_filter_place unique (person_id, place),
    constraint saved_filter_name unique (person_id, name)
);
