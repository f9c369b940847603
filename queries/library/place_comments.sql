-- purpose: comments of an unnamed platform go to the one work that has the id they give
-- parameters: none
update library.comments
set platform = h.platform
from (
    select w.work_id, w.is_sample, min(w.platform) as platform
    from library.works as w
    semi join (select c.work_id from library.comments as c where c.platform is null) as n on n.work_id = w.work_id
    group by w.work_id, w.is_sample
    having count(*) = 1
) as h
where comments.platform is null and comments.work_id = h.work_id and comments.is_sample = h.is_sample
