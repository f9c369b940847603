-- purpose: take a source out of the bin
-- parameters: source_id
update library.sources set binned_at = null, rev = rev + 1 where source_id = $source_id
