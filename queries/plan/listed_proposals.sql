-- purpose: the user's proposals with how much speaks for and against each
-- grain: one row per proposal
-- parameters: none
-- columns: id, title, thesis, status, angle, claims, risks, visuals
select
    p.proposal_id as id,
    p.title,
    trim(p.thesis, e' \n') as thesis,
    p.status,
    a.key as angle,
    (select count(*) from plan.proposal_claims as c where c.proposal_id = p.proposal_id) as claims,
    (select count(*) from plan.risks as r where r.proposal_id = p.proposal_id) as risks,
    (select count(*) from plan.visuals as v where v.proposal_id = p.proposal_id) as visuals
from plan.proposals as p
left join library.angles as a on a.angle_id = p.angle_id
left join library.sources as s on s.source_id = p.source_id
left join library.topics as t on t.topic_id = p.topic_id
where p.binned_at is null and not coalesce(s.is_sample, t.is_sample, false)
order by p.created_at desc, p.section, p.position, p.proposal_id
