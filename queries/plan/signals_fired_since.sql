-- purpose: the signals of a topic that later imports closed by the creators they brought
-- grain: one row per signal
-- parameters: topic_id, after_import_id
-- columns: signal_id
select g.signal_id
from plan.signals as g
where
    g.topic_id = $topic_id
    and g.status = 'fired'
    and g.closed_by_import_id > $after_import_id
    and g.binned_at is null
order by g.closed_by_import_id desc, g.signal_id
