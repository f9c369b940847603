-- purpose: shortlist an angle
-- parameters: proposal_id, topic_id, angle_id, title, thesis, evidence
insert into plan.proposals (
    proposal_id, topic_id, angle_id, position, title, thesis, visual_note, status, evidence, created_at, changed_at
)
values ($proposal_id, $topic_id, $angle_id, 1, $title, $thesis, '', 'shortlisted', $evidence, now(), now())
