-- purpose: what a person said of works under former ids holds under those that they have now, the latest word first
-- reads: former_ids
-- parameters: none
insert into library.person_labels
select
    p.angle_id,
    p.platform,
    f.work_id,
    arg_max(p.covers, p.decided_at) as covers,
    max(p.decided_at) as decided_at
from library.person_labels as p
inner join former_ids as f on f.platform = p.platform and f.former_id = p.work_id
group by p.angle_id, p.platform, f.work_id
on conflict do update set
    covers = case when excluded.decided_at > decided_at then excluded.covers else covers end,
    decided_at = greatest(excluded.decided_at, decided_at)
