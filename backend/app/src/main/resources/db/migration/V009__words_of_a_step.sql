-- What is said with a step can be for fewer people than the step: the staff of the area and one partner's members.
alter table timeline
    add column partner_id text collate "C",
    add column text_public boolean not null default true;
alter table timeline alter column text_public drop default;

update timeline set partner_id = c.partner_id, text_public = to_state in ('confirmed', 'fulfilled'),
    is_public = is_public or action = 'promote'
from claim c where subject_kind = 'claim' and subject_id = c.id::text;

-- Why a holder gave back stands with the claim's own step.
update timeline set text = null where subject_kind = 'project' and action = 'release';
