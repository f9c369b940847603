-- purpose: what a report says stands in a section of a report that is there
-- grain: one row
-- parameters: none
-- columns: violations
with parts as (
    select p.source_id, p.section from library.report_fields as p
    union all
    select p.source_id, p.section from library.report_claims as p
    union all
    select p.source_id, p.section from library.report_counterpoints as p
    union all
    select p.source_id, p.section from library.report_blind_spots as p
    union all
    select p.source_id, p.section from library.report_ratings as p
    union all
    select p.source_id, p.section from library.report_findings as p
    union all
    select p.source_id, p.section from library.report_relations as p
    union all
    select p.source_id, p.section from plan.report_signals as p
),
sections as (
    select c.source_id, c.section
    from library.report_sections as c
    inner join library.reports as r on r.source_id = c.source_id
    inner join library.sources as s on s.source_id = c.source_id
)
select
    (select count(*) from parts as p anti join sections as c on c.source_id = p.source_id and c.section = p.section)
    + (
        select count(*)
        from library.report_sections as p
        anti join sections as c on c.source_id = p.source_id and c.section = p.section
    )
    + (select count(*) from library.reports as r anti join library.sources as s on s.source_id = r.source_id)
    as violations
order by violations
