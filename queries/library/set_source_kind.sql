-- purpose: keep what kind of source it is
-- parameters: source_id, kind
update library.sources
set kind = $kind, rev = rev + 1
where source_id = $source_id
