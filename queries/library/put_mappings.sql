-- purpose: write how tables are read, for new headers and known ones
-- parameters: rows
merge into library.mappings as m
using (
    select
        unnest(
            cast($rows as struct(item_id text, mapping text, is_binned boolean, rev bigint)[]),
            max_depth := 2
        )
) as g
on m.header_hash = g.item_id
when matched then update set
    mapping = g.mapping,
    saved_at = now(),
    rev = g.rev,
    binned_at = case when g.is_binned then coalesce(m.binned_at, now()) end
when not matched then insert (header_hash, mapping, saved_at, rev, binned_at)
values (g.item_id, g.mapping, now(), g.rev, case when g.is_binned then now() end)
