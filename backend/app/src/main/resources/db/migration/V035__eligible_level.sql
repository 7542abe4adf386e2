-- From which level of credit on a partner may claim.
alter table project add column eligible_level text check (eligible_level in ('bronze', 'silver', 'gold'));
