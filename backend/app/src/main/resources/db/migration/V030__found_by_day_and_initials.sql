create index reply_answers on reply (created_at) where official and visibility = 'public';

-- When a reply that was held at once was first seen by others.
alter table reply add column shown_at timestamptz;
create index reply_shown on reply (topic_id, shown_at) where shown_at is not null;

-- How a partner's name is typed in a hurry; absent until somebody has spelt it.
alter table partner add column initials text;
create index partner_unspelt on partner (id) where initials is null;
alter table partner drop column words;
alter table partner add column words tsvector generated always as (
    array_to_tsvector(search_pieces(id || ' ' || name || ' ' || coalesce(initials, '') || ' ' || coalesce(intro, '')))) stored;
create index partner_words on partner using gin (words);
