-- What was solved last in or below an area.
create index topic_solved_district on topic (district, resolved_at desc, id desc)
    where visibility = 'public' and resolved_at is not null;
create index topic_solved_subdistrict on topic (subdistrict, resolved_at desc, id desc)
    where visibility = 'public' and resolved_at is not null;
create index topic_solved_community on topic (community, resolved_at desc, id desc)
    where visibility = 'public' and resolved_at is not null;
create index topic_solved_compound on topic (compound, resolved_at desc, id desc)
    where visibility = 'public' and resolved_at is not null;
create index topic_solved on topic (resolved_at desc, id desc)
    where visibility = 'public' and resolved_at is not null;
