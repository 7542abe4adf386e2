-- The pieces by which text is found: two neighbouring characters at a time where words are not set apart (Chinese, Japanese, Korean)
-- and the last character alone, so that any one character begins a piece; elsewhere each word and its endings. Full-width
-- and half-width forms, capitals and small letters are one.
create function search_pieces(source text) returns text[] language plpgsql immutable strict parallel safe as $$
declare
    run    text[];
    chars  text[];
    word   text;
    pieces text[] := '{}';
begin
    for run in
        select regexp_matches(lower(normalize(source, nfkc)),
            '([\u2E80-\u2FFF\u3005-\u3007\u3021-\u3029\u3031-\u3035\u3040-\u9FFF\uAC00-\uD7AF\uF900-\uFAFF\U00020000-\U0003FFFF]+)'
            || '|([0-9a-z\u00DF-\u00F6\u00F8-\u024F\u0370-\u1FFF]+)', 'g')
    loop
        if run[1] is not null then
            chars := string_to_array(run[1], null);
            for at in 1 .. cardinality(chars) - 1 loop
                pieces := pieces || (chars[at] || chars[at + 1]);
            end loop;
            pieces := pieces || chars[cardinality(chars)];
        else
            word := left(run[2], 32);
            for at in 1 .. greatest(1, length(word) - 1) loop
                pieces := pieces || substr(word, at);
            end loop;
        end if;
    end loop;
    return pieces;
end $$;

-- What must be in a text for it to be found; absent where nothing was asked for.
create function search_all(asked text) returns tsquery language sql immutable strict parallel safe as $$
    select string_agg(
            case when length(run[1]) > 1 then
                (select string_agg('''' || substr(run[1], at, 2) || '''', ' & ') from generate_series(1, length(run[1]) - 1) at)
            else '''' || coalesce(run[1], left(run[2], 32)) || ''':*' end, ' & ')::tsquery
    from regexp_matches(lower(normalize(asked, nfkc)),
        '([\u2E80-\u2FFF\u3005-\u3007\u3021-\u3029\u3031-\u3035\u3040-\u9FFF\uAC00-\uD7AF\uF900-\uFAFF\U00020000-\U0003FFFF]+)'
        || '|([0-9a-z\u00DF-\u00F6\u00F8-\u024F\u0370-\u1FFF]+)', 'g') run
$$;

-- Any of the pieces of two: for what is alike.
create function search_any(asked text) returns tsquery language sql immutable strict parallel safe as $$
    select string_agg('''' || piece || '''', ' | ')::tsquery
    from (select distinct piece from unnest(search_pieces(asked)) piece where length(piece) > 1) p
$$;

-- Dice's coefficient: twice the pieces that two texts share, of all that they have; 0 to 1.
create function search_likeness(one text, other text) returns double precision language sql immutable strict parallel safe as $$
    select 2.0 * count(*) filter (where times = 2) / greatest(1, sum(times)) from (
        select count(*) as times from (
            select distinct 1, piece from unnest(search_pieces(one)) piece
            union all
            select distinct 2, piece from unnest(search_pieces(other)) piece
        ) pieces group by piece
    ) counted
$$;

alter table topic add column words tsvector generated always as (
    array_to_tsvector(search_pieces(id || ' ' || title || ' ' || coalesce(place, '') || ' ' || body))) stored;
create index topic_words on topic using gin (words);
create index topic_position on topic using gist (point(lon, lat));

alter table project add column words tsvector generated always as (
    array_to_tsvector(search_pieces(id || ' ' || title || ' ' || summary || ' ' || coalesce(description, '')))) stored;
create index project_words on project using gin (words);

alter table partner add column words tsvector generated always as (
    array_to_tsvector(search_pieces(id || ' ' || name || ' ' || coalesce(intro, '')))) stored;
create index partner_words on partner using gin (words);
