-- purpose: angles of a topic that few creators covered up to an import and that others have come to since
-- grain: one row per angle
-- parameters: topic_id, after_import_id, line
-- columns: angle_id, key, name_zh, name_en, former_creators, creators, works, since
with fresh as (
    select distinct s.work_key
    from library.snapshots as s
    where s.import_id > $after_import_id
    except
    select s.work_key from library.snapshots as s where s.import_id <= $after_import_id
),
former_scope as (
    select count(distinct f.creator_key) as creators
    from library.scope_facts as f
    inner join library.creators as c on c.creator_key = f.creator_key and c.role = 'competitor'
    where f.topic_id = $topic_id and f.work_key not in (select n.work_key from fresh as n)
),
pairs as (
    select
        l.angle_id,
        l.creator_key,
        bool_or(n.work_key is null) as is_former,
        count(*) as works,
        min(l.day) as first_day
    from library.label_facts as l
    inner join library.creators as c on c.creator_key = l.creator_key and c.role = 'competitor'
    left join fresh as n on n.work_key = l.work_key
    where l.topic_id = $topic_id
    group by l.angle_id, l.creator_key
),
arrivals as (
    select
        p.angle_id,
        count(*) filter (p.is_former) as former_creators,
        list(p.creator_key order by p.creator_key) filter (not p.is_former) as creators,
        sum(p.works) filter (not p.is_former)::bigint as works,
        min(p.first_day) filter (not p.is_former) as since
    from pairs as p
    group by p.angle_id
)
select o.angle_id, o.key, o.name_zh, o.name_en, a.former_creators, a.creators, a.works, a.since
from arrivals as a
inner join library.angles as o on o.angle_id = a.angle_id
inner join former_scope as s on a.former_creators < s.creators * $line::double
where a.creators is not null
order by len(a.creators) desc, o.position
