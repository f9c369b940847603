-- purpose: what the file brings, for the identity rows = added + updated + unchanged + duplicates
-- grain: one row
-- reads: staged
-- parameters: none
-- columns: works_added, works_updated, works_unchanged, duplicates_in_file
select
    count(*) filter (not s.is_duplicate and s.outcome is null) as works_added,
    count(*) filter (not s.is_duplicate and s.outcome = 'updated') as works_updated,
    count(*) filter (not s.is_duplicate and s.outcome = 'unchanged') as works_unchanged,
    count(*) filter (s.is_duplicate) as duplicates_in_file
from staged as s
order by works_added
