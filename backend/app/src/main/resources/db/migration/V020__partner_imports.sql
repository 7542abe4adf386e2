-- Taking over a directory that exists as a table.
create table partner_import (
    id          uuid primary key default uuidv7(),
    state       text not null check (state in ('tried', 'done', 'undone')),
    file_name   text not null,
    -- Locked: the file itself, until it is imported; what its columns hold, and the cells that were put right.
    file        bytea,
    draft       bytea not null,
    -- What it would do, or did.
    digest      text not null,
    counts      jsonb not null,
    created_by  uuid not null references person (id),
    created_at  timestamptz not null,
    updated_at  timestamptz not null,
    version     bigint not null default 0
);
create index partner_import_newest on partner_import (created_at desc, id desc);

create table partner_import_row (
    import_id  uuid not null references partner_import (id) on delete cascade,
    line       int not null,
    fate       text not null check (fate in ('new', 'same', 'changed', 'double', 'unclear', 'wrong')),
    -- The entry that it is about or that it made; gone again, if it is undone.
    partner_id text collate "C",
    -- The entry's version once it was carried out.
    carried    bigint,
    -- How many findings there are.
    remarks    int not null,
    -- Locked: name, findings, changes, and what stood there before.
    detail     bytea not null,
    primary key (import_id, line)
);
create index partner_import_row_by_fate on partner_import_row (import_id, fate, line);
create index partner_import_row_remarked on partner_import_row (import_id, line) where remarks > 0;

-- How far one is that is being carried out: told apart from its own transaction.
create table partner_import_progress (
    import_id uuid primary key,
    done      int not null
);

-- An entry is taken away only where nothing stands on it: each reference is looked for.
create index partner_merged on partner (merged_into) where merged_into is not null;
create index partner_application_partner on partner_application (partner_id) where partner_id is not null;
create index progress_entry_partner on progress_entry (partner_id) where partner_id is not null;
