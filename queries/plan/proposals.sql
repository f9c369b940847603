-- purpose: the proposals, those of the shortlist with the evidence as it stood then
-- grain: one row per proposal
-- parameters: none
-- columns: proposal_id, topic_id, topic, angle, title, thesis, status, evidence, created_at, rev, report, claims, risks,
--   visuals, report_id
select
    p.proposal_id,
    p.topic_id,
    t.name as topic,
    a.key as angle,
    p.title,
    trim(p.thesis, e' \n') as thesis,
    p.status,
    p.evidence,
    p.created_at,
    p.rev,
    r.title as report,
    (select count(*) from plan.proposal_claims as c where c.proposal_id = p.proposal_id) as claims,
    (select count(*) from plan.risks as k where k.proposal_id = p.proposal_id) as risks,
    (select count(*) from plan.visuals as v where v.proposal_id = p.proposal_id) as visuals,
    p.source_id as report_id
from plan.proposals as p
left join library.topics as t on t.topic_id = p.topic_id
left join library.angles as a on a.angle_id = p.angle_id
left join library.reports as r on r.source_id = p.source_id
where p.binned_at is null
order by p.created_at desc, p.section, p.position, p.proposal_id
