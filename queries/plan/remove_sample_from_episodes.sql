-- purpose: forget the episodes of the sample's series
-- parameters: none
delete from plan.episodes
where series_id in (
    select p.series_id
    from plan.series as p
    inner join library.sources as s on s.source_id = p.source_id
    where s.is_sample
)
