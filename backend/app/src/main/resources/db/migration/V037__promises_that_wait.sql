-- The clock of a broken promise stands still too while its topic is set aside: so many working days are left until it goes up.
alter table topic add column raised_in integer;
update topic set raised_in = 3 where state in ('waiting_resident', 'merged') and days_left < 0 and escalates_at is not null;

-- Open appeals go with their topic.
create index appeal_page on appeal (page_id) where state = 'submitted';

-- Why a topic was hidden, or shown again, is for the staff; its author is told while it is hidden.
update timeline set text_public = false where subject_kind = 'topic' and action in ('hide', 'restore');
