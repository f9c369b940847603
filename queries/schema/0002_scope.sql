-- purpose: one place for the filters that every page and command shares; null means "no filter"
create macro library.scope_in(topic, platforms, creators, roles, date_from, date_to, min_response) as table
select f.*
from library.scope_facts as f
inner join library.creators as c on c.creator_key = f.creator_key
where
    f.topic_id = topic
    and list_contains(roles, c.role)
    and (platforms is null or list_contains(platforms, f.platform))
    and (creators is null or list_contains(creators, f.creator_key))
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
    and (platforms is null or list_contains(platforms, f.platform))
    and (creators is null or list_contains(creators, f.creator_key))
    and (date_from is null or f.day >= date_from)
    and (date_to is null or f.day <= date_to)
    and (min_response is null or f.response >= min_response);
