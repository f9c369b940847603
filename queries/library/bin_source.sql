-- purpose: put a source into the bin, or take it out
-- parameters: source_id, is_binned
update library.sources
set binned_at = case when $is_binned::boolean then now() end, rev = rev + 1
where source_id = $source_id
