-- purpose: put the proposals of a report into the bin, or take out those that went in with it
-- parameters: source_id, is_binned
update plan.proposals
set binned_at = case when $is_binned::boolean then now() end
where
    source_id = $source_id
    and binned_at is not distinct from case
        when not $is_binned then (select s.binned_at from library.sources as s where s.source_id = $source_id)
    end
