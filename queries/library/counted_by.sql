-- purpose: whether what is counted was counted in this session's zone and labelled by these rules of matching
-- grain: one row
-- parameters: term_rules
-- columns: is_current
select coalesce(s.counted_in = current_setting('TimeZone') and s.term_rules = $term_rules, false) as is_current
from library.state as s
order by is_current
