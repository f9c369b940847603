-- purpose: note that a person took a draft over, or does not want it
-- parameters: draft_id, status
update plan.drafts
set status = $status, decided_at = now()
where draft_id = $draft_id
