-- By what words people speak of a category, apart by spaces; so that one can be suggested from what they wrote.
alter table category add column words text not null default '';
