-- purpose: note the zone and the rules of matching by which everything is counted now
-- grain: one row
-- parameters: term_rules
update library.state
set counted_in = current_setting('TimeZone'), term_rules = $term_rules::integer
