-- purpose: one place for the filters that every page and command shares; null means "no filter"
-- platforms and creators are looked up among the creators, each of whom is on one platform, not among millions of facts
create macro library.scope_in(topic, platforms, creators, roles, date_from, date_to, min_response) as table
select f.*
from library.scope_facts as f
inner join library.creators as c on c.creator_key = f.creator_key
where
    f.topic_id = topic
    and list_contains(roles, c.role)
    and (platforms is null or list_contains(platforms, c.platform))
    and (creators is null or list_contains(creators, c.creator_key))
    and (date_from is null or f.day >= date_from)
    and (date_to is null or f.day <= date_to)
    and (min_response is null or f.response >= min_response);

create macro library.labels_in(topic, platforms, creators, roles, date_from, date_to, min_response) as table
select f.*
from library.label_facts as f
inner join library.creators as c on c.creator_key = f.creator_key
where
    f.topic_id = topic
    and list_contains(roles, c.role)
    and (platforms is null or list_contains(platforms, c.platform))
    and (creators is null or list_contains(creators, c.creator_key))
    and (date_from is null or f.day >= date_from)
    and (date_to is null or f.day <= date_to)
    and (min_response is null or f.response >= min_response);

-- what the fact tables hold when they are up to date; an import rewrites only the rows that it may have changed
create view library.current_label_facts as
select
    a.topic_id,
    l.angle_id,
    l.work_key,
    w.creator_key,
    w.platform,
    w.published_at::date as day,
    r.response
from library.labels as l
inner join library.angles as a on a.angle_id = l.angle_id
inner join library.works as w on w.work_key = l.work_key
left join library.responses as r on r.work_key = l.work_key
where not a.is_retired;

create view library.current_scope_facts as
select
    t.topic_id,
    t.work_key,
    w.creator_key,
    w.platform,
    w.published_at::date as day,
    r.response,
    w.transcript is not null as has_transcript,
    l.work_key is not null as is_labelled
from library.topic_works as t
inner join library.works as w on w.work_key = t.work_key
left join library.responses as r on r.work_key = t.work_key
left join (
    select distinct f.topic_id, f.work_key from library.label_facts as f
) as l on l.topic_id = t.topic_id and l.work_key = t.work_key;
