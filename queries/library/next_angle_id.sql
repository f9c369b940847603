-- purpose: the number of a new angle
-- grain: one row
-- parameters: none
-- columns: angle_id
select nextval('library.angle_ids') as angle_id
