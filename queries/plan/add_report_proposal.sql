-- purpose: keep a proposal that a report makes, as an idea
-- parameters: proposal_id, topic_id, angle_id, source_id, section, position, title, thesis, visual_note
insert into plan.proposals (
    proposal_id, topic_id, angle_id, source_id, section, position, title, thesis, visual_note, status, created_at,
    changed_at
)
values (
    $proposal_id, $topic_id, $angle_id, $source_id, $section, $position, $title, $thesis, $visual_note, 'idea', now(),
    now()
)
