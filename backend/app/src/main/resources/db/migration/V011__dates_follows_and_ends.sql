-- Whoever does not know what a concern is about leaves it to the staff.
alter table topic alter column category drop not null;

-- Nothing is owed any more at these ends.
update topic set due_at = null where state in ('declined', 'withdrawn');

-- Lists by date show what has none, last. These replace those that left it out.
create index topic_by_due on topic (coalesce(due_at, 'infinity'), id);
create index topic_by_due_community on topic (community, coalesce(due_at, 'infinity'), id);
create index topic_by_due_subdistrict on topic (subdistrict, coalesce(due_at, 'infinity'), id);
drop index topic_due_community, topic_due_subdistrict;
create index project_by_due on project (coalesce(due_date, 'infinity'), id);
drop index project_due;

-- A waiting list ends with its project, and a cancelled project's needs are not filled.
update project set waiting = 0 where state in ('completed', 'closed') and waiting > 0;
update need set filled = 0 where filled > 0 and project_id in (select id from project where state = 'cancelled');

-- Who follows a topic follows what grows from it, unless they stopped that by its own name.
alter table follow add column stopped boolean not null default false;
