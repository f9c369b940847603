-- purpose: label works: a person's word first, else the rule (a term, and no exclusion)
-- grain: one row per angle and work
-- reads: touched
-- parameters: angle_ids
insert into library.labels
with by_rule as (
    select l.angle_id, l.work_key
    from library.label_words as l
    inner join library.angle_terms as t on t.term_id = l.term_id
    where
        list_contains($angle_ids::bigint[], l.angle_id)
        and l.work_key in (select k.work_key from touched as k)
    group by l.angle_id, l.work_key
    having not bool_or(t.is_exclusion)
),
by_person as (
    select p.angle_id, w.work_key, p.covers
    from library.person_labels as p
    inner join library.works as w on w.platform = p.platform and w.work_id = p.work_id
    inner join library.angles as a on a.angle_id = p.angle_id
    semi join library.topic_works as t on t.topic_id = a.topic_id and t.work_key = w.work_key
    where
        list_contains($angle_ids::bigint[], p.angle_id)
        and w.work_key in (select k.work_key from touched as k)
)
select r.angle_id, r.work_key, 'rule' as origin, 1.0 as score
from by_rule as r
anti join by_person as p on p.angle_id = r.angle_id and p.work_key = r.work_key
union all
select p.angle_id, p.work_key, 'person' as origin, 1.0 as score
from by_person as p
where p.covers
