-- purpose: write topics as they were edited, new ones and known ones
-- parameters: rows
merge into library.topics as t
using (
    select
        unnest(
            cast($rows as struct(
                item_id bigint,
                name text,
                date_from date,
                date_to date,
                is_sample boolean,
                is_binned boolean,
                rev bigint
            )[]),
            max_depth := 2
        )
) as g
on t.topic_id = g.item_id
when matched then update set
    name = g.name,
    date_from = g.date_from,
    date_to = g.date_to,
    is_binned = g.is_binned,
    rev = g.rev
when not matched then insert (
    topic_id, name, date_from, date_to, is_sample, is_binned, rev, version, made_after_import_id
)
values (
    g.item_id, g.name, g.date_from, g.date_to, g.is_sample, g.is_binned, g.rev, 0,
    coalesce((select max(i.import_id) from library.imports as i), 0)
)
