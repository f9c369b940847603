-- purpose: the shortlisted angles with the evidence as it stood then
-- grain: one row per proposal
-- parameters: none
-- columns: proposal_id, topic_id, topic, angle, title, thesis, status, evidence, created_at, rev
select
    p.proposal_id,
    p.topic_id,
    t.name as topic,
    a.key as angle,
    p.title,
    p.thesis,
    p.status,
    p.evidence,
    p.created_at,
    p.rev
from plan.proposals as p
left join library.topics as t on t.topic_id = p.topic_id
left join library.angles as a on a.angle_id = p.angle_id
order by p.created_at desc, p.proposal_id
