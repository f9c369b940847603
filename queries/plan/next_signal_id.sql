-- purpose: the id of the next signal
-- grain: one row
-- parameters: none
-- columns: signal_id
select nextval('plan.signal_ids') as signal_id
