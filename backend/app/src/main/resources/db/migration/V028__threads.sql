-- What a reply quotes, said in the same thread. What is shown of it is read with it, so that nothing hidden stays quoted.
alter table reply add column quote_id uuid references reply (id);

-- The thread by what was said last, and how much was said since.
create index reply_newest on reply (topic_id, created_at desc, id desc);
create index reply_home_newest on reply (home_id, created_at desc, id desc) where home_id <> topic_id;
