-- purpose: keep what a person said of a work and an angle; the last word counts
-- parameters: angle_id, work_key, covers
merge into library.person_labels as p
using (
    select $angle_id as angle_id, w.platform, w.work_id
    from library.works as w
    where w.work_key = $work_key
) as n
on p.angle_id = n.angle_id and p.platform = n.platform and p.work_id = n.work_id
when matched then update set covers = $covers, decided_at = now()
when not matched then insert values (n.angle_id, n.platform, n.work_id, $covers, now())
