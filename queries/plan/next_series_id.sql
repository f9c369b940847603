-- purpose: the number of a new series
-- grain: one row
-- parameters: none
-- columns: series_id
select nextval('plan.series_ids') as series_id
