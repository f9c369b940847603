-- purpose: the claims that a report states are its own, and the sources and signals that it names are there
-- grain: one row
-- parameters: none
-- columns: violations
with named as (
    select c.claim_id is null as is_lost
    from library.report_claims as p
    left join library.claims as c on c.claim_id = p.claim_id and c.source_id = p.source_id
    union all
    select s.source_id is null as is_lost
    from library.report_ratings as p
    left join library.sources as s on s.source_id = p.cited_id
    union all
    select s.source_id is null as is_lost
    from library.report_counterpoint_uses as p
    left join library.sources as s on s.source_id = p.cited_id
    union all
    select s.signal_id is null as is_lost
    from plan.report_signals as p
    left join plan.signals as s on s.signal_id = p.signal_id
)
select count(*) as violations
from named as n
where n.is_lost
order by violations
