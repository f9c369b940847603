-- purpose: the ids and links of the works on Bilibili, the oldest first
-- grain: one row per work
-- parameters: none
-- columns: work_key, platform, work_id, url
select w.work_key, w.platform, w.work_id, w.url
from library.works as w
where w.platform = 'bilibili'
order by w.work_key
