create index project_completed on project (completed_at desc, id desc) where completed_at is not null;
create index project_completed_district on project (district, completed_at desc, id desc) where completed_at is not null;
create index project_completed_community on project (community, completed_at desc, id desc) where completed_at is not null;
