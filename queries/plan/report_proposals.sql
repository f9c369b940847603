-- purpose: the proposals of a report where they stand in it
-- grain: one row per proposal
-- parameters: source_id
-- columns: section, proposal_id, title, thesis, visual_note, is_binned
select p.section, p.proposal_id, p.title, p.thesis, p.visual_note, p.binned_at is not null as is_binned
from plan.proposals as p
where p.source_id = $source_id
order by p.section, p.position
