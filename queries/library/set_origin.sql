-- purpose: keep with whose voice a source speaks
-- parameters: source_id, origin
update library.sources
set origin = $origin, rev = rev + 1
where source_id = $source_id
