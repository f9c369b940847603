-- purpose: the works whose words are new or changed by this file, to be labelled
-- grain: one row per work
-- reads: staged
-- parameters: import_id
-- columns: work_key, search_text
select w.work_key, w.search_text
from staged as s
inner join library.works as w on w.platform = s.platform and w.work_id = s.work_id
where
    s.is_newest and not s.is_duplicate
    and (
        s.outcome is null
        or exists (
            select 1 from library.former_texts as f where f.work_key = w.work_key and f.import_id = $import_id
        )
        -- a first row of this file may have added the work that a later row of it changes
        or s.capture_number > 1
    )
order by w.work_key
