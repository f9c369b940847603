-- purpose: whether nothing was ever imported or written, so that the sample may come in
-- grain: one row
-- parameters: none
-- columns: is_empty
select
    not exists (select 1 from library.imports as i)
    and not exists (select 1 from library.topics as t)
    and not exists (select 1 from library.binned_sample as b)
    and (select s.data_version from library.state as s) = 0 as is_empty
order by is_empty
