-- purpose: bring a proposal up to what its report says now
-- parameters: proposal_id, section, position, title, thesis, visual_note
update plan.proposals
set
    section = $section,
    position = $position,
    title = $title,
    thesis = $thesis,
    visual_note = $visual_note,
    changed_at = now()
where proposal_id = $proposal_id
