-- Gives the claimed projects back, so that the next driver finds them as the one before did.
delete from claim where project_id > 'P-2020-0000001' and project_id like 'P-2020-%';
update project set state = 'open', held = 0 where held > 0 and id > 'P-2020-0000001' and id like 'P-2020-%';
vacuum analyze claim, project;
checkpoint;
