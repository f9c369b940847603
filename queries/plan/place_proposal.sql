-- purpose: say where a proposal stands in its report now
-- parameters: proposal_id, section, position
update plan.proposals
set section = $section, position = $position
where proposal_id = $proposal_id
