-- purpose: whether the user has planned anything: a proposal, a series, or work on one of the sample's
-- grain: one row
-- parameters: none
-- columns: is_planned
select
    exists (select 1 from main.edits as e where e.item in ('proposal', 'series', 'episode', 'shot'))
    or exists (
        select 1
        from plan.proposals as p
        left join library.sources as s on s.source_id = p.source_id
        where not coalesce(s.is_sample, false)
    )
    or exists (
        select 1
        from plan.series as r
        left join library.sources as s on s.source_id = r.source_id
        where not coalesce(s.is_sample, false)
    ) as is_planned
order by is_planned
