-- Brings the database to :topics topics with what hangs on them. What is there already stays; keys are counted through, so that
-- every driver draws from the same.
insert into person (id, username, display_name, created_at)
select md5('bench' || i)::uuid, 'bench' || i, '邻居' || i, now() from generate_series(1, 10000) i
on conflict do nothing;

-- Who is known for long: whoever came today is let post a few times only.
update person set created_at = timestamptz '2020-01-01' where username not like 'bench%';

create temporary table leaf as
select code, substr(code, 1, 6) as district, substr(code, 1, 9) as subdistrict, substr(code, 1, 12) as community,
    row_number() over (order by code) - 1 as n
from area where level = 'community';

insert into topic (id, state, title, body, area_code, district, subdistrict, community, category, author_id, anonymous, due_at,
    created_at, updated_at, reply_count, support_count)
select 'T-2020-' || lpad(i::text, 7, '0'), 'open', '楼道灯坏了 ' || i, '三单元的灯不亮，晚上老人上楼看不见。', code, district,
    subdistrict, community, 'PWR01', md5('bench' || (1 + i % 10000))::uuid, i % 10 = 0, now() + interval '30 days',
    timestamptz '2020-01-01' + i * interval '100 seconds', timestamptz '2020-01-01' + i * interval '100 seconds',
    case when i = 1 then 10000 when i % 100 = 0 then 50 else 2 end, case when i = 1 then 10000 else 0 end
from generate_series(1 + (select count(*) from topic where id like 'T-2020-%'), :topics) i
join leaf on n = i % (select count(*) from leaf);

-- Two replies each; fifty on each hundredth; on the first, ten thousand, and as many who support it.
create function pg_temp.replies(topics bigint) returns table (topic bigint, n integer) language sql as $$
    select t, n from generate_series(1 + (select count(distinct topic_id) from reply where topic_id like 'T-2020-%'), topics) t,
        generate_series(1, case when t = 1 then 10000 when t % 100 = 0 then 50 else 2 end) n
$$;
insert into reply (topic_id, home_id, place, author_id, anonymous, official, body, created_at)
select 'T-2020-' || lpad(topic::text, 7, '0'), 'T-2020-' || lpad(topic::text, 7, '0'), uuidv7()::text, md5('bench' || (1 + n % 10000))::uuid, n % 10 = 0, false,
    '我们楼也是，第' || n || '次反映了。', now() from pg_temp.replies(:topics);

insert into topic_support (topic_id, home_id, person_id, created_at)
select 'T-2020-0000001', 'T-2020-0000001', md5('bench' || i)::uuid, now() from generate_series(1, 10000) i on conflict do nothing;

-- Eleven partners stand behind the first project: it takes no more. The others are free.
insert into partner (id, name, kind, state, joined_on, term_ends_on, created_at, updated_at)
select 'HH-' || (90000 + i), '测试合伙人' || i, 'enterprise', 'active', current_date,
    current_date + 700, now(), now() from generate_series(0, 11) i
on conflict do nothing;
insert into membership (person_id, partner_id, role, since) select id, 'HH-90000', 'owner', now() from person
where username = 'partner1' on conflict do nothing;
insert into project (id, state, title, summary, area_code, district, subdistrict, community, category, field, claim_mode, claim_policy,
    slots, held, waiting, begin_within_days, created_by, published_at, created_at, updated_at)
select 'P-2020-' || lpad(i::text, 7, '0'), case when i = 1 then 'claimed' else 'open' end, '电亮微行动 ' || i, '修好楼道灯',
    code, district, subdistrict, community, 'PWR01', 'governance', 'exclusive', 'first_come',
    1, (i = 1)::int, case when i = 1 then 10 else 0 end, 7, md5('bench1')::uuid, now(), now(), now()
from generate_series(1, 20001) i join leaf on n = i % (select count(*) from leaf) on conflict do nothing;
insert into claim (project_id, partner_id, area_code, person_id, on_behalf, state, confirmed_at, begin_by, created_at, updated_at)
select 'P-2020-0000001', 'HH-' || (90000 + i), '370203019001', md5('bench1')::uuid, false,
    case when i = 1 then 'confirmed' else 'waitlisted' end, now(), now() + interval '7 days', now(), now()
from generate_series(1, 11) i on conflict do nothing;
analyze;
