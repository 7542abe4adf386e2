-- Few of a large directory are of a rare kind.
create index partner_kind on partner (kind, joined_on desc, id desc) where state = 'active';
