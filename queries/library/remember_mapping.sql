-- purpose: remember the mapping that the user confirmed for tables with this header
-- parameters: header_hash, mapping
merge into library.mappings as m
using (select $header_hash as header_hash) as n
on m.header_hash = n.header_hash
when matched then update set mapping = $mapping, saved_at = now()
when not matched then insert values (n.header_hash, $mapping, now())
