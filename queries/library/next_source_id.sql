-- purpose: the number of a new source
-- grain: one row
-- parameters: none
-- columns: source_id
select nextval('library.source_ids') as source_id
