-- purpose: what a counterpoint cites, a blind spot shows and a relation compares belongs to one that is there
-- grain: one row
-- parameters: none
-- columns: violations
with details as (
    select 'counterpoint' as part, d.source_id, d.section, d.counterpoint as position
    from library.report_counterpoint_uses as d
    union all
    select 'blind_spot' as part, d.source_id, d.section, d.blind_spot as position
    from library.report_examples as d
    union all
    select 'relation' as part, d.source_id, d.section, d.relation as position
    from library.report_facets as d
),
parts as (
    select 'counterpoint' as part, p.source_id, p.section, p.position from library.report_counterpoints as p
    union all
    select 'blind_spot' as part, p.source_id, p.section, p.position from library.report_blind_spots as p
    union all
    select 'relation' as part, p.source_id, p.section, p.position from library.report_relations as p
)
select count(*) as violations
from details as d
anti join parts as p
    on p.part = d.part and p.source_id = d.source_id and p.section = d.section and p.position = d.position
order by violations
