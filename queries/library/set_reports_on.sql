-- purpose: keep whose finding a source passes on, and with that whose voice it is
-- parameters: source_id, reports_on, origin
update library.sources
set reports_on = $reports_on, origin = $origin, rev = rev + 1
where source_id = $source_id
