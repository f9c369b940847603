-- purpose: the topics in the bin, with what lies there with them and what rests on them
-- grain: one row per topic
-- parameters: none
-- columns: topic_id, name, is_sample, rev, angles, hand_labels, proposals
with labels_by_angle as (
    select p.angle_id, count(*) as labels
    from library.person_labels as p
    group by p.angle_id
    union all
    select d.angle_id, count(*)
    from library.person_demand_labels as d
    group by d.angle_id
)

select
    t.topic_id,
    t.name,
    t.is_sample,
    t.rev,
    (select count(*) from library.angles as a where a.topic_id = t.topic_id and not a.is_retired) as angles,
    (
        select coalesce(sum(b.labels), 0)::bigint
        from labels_by_angle as b
        inner join library.angles as a on a.angle_id = b.angle_id
        where a.topic_id = t.topic_id
    ) as hand_labels,
    (select count(*) from plan.proposals as p where p.topic_id = t.topic_id) as proposals
from library.topics as t
where t.is_binned
order by t.topic_id desc
