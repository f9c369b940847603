-- purpose: the number of a new import
-- grain: one row
-- parameters: none
-- columns: import_id
select nextval('library.import_ids') as import_id
