-- purpose: shortlist an angle
-- parameters: proposal_id, topic_id, angle_id, title, thesis, evidence
insert into plan.proposals
values ($proposal_id, $topic_id, $angle_id, $title, $thesis, 'shortlisted', $evidence, now(), now(), 1)
