-- purpose: shortlist a proposal or drop it
-- parameters: proposal_id, status
update plan.proposals
set status = $status, changed_at = now(), rev = rev + 1
where proposal_id = $proposal_id
