-- purpose: the proposals with what a board shows of them, those of the shortlist with the evidence as it stood then
-- grain: one row per proposal
-- parameters: is_binned
-- columns: proposal_id, topic_id, topic, angle, title, thesis, status, evidence, created_at, rev, report, claims, risks,
--   visuals, report_id, angle_zh, angle_en, tags, grades, votes, comments, board_place, changed_at,
--   refreshed_evidence, refreshed_at
with claims as (
    select
        c.proposal_id,
        list(c.grade order by c.position) as grades
    from plan.proposal_claims as c
    group by c.proposal_id
),
risks as (
    select k.proposal_id, count(*) as risks
    from plan.risks as k
    group by k.proposal_id
),
visuals as (
    select v.proposal_id, count(*) as visuals
    from plan.visuals as v
    group by v.proposal_id
),
votes as (
    select o.proposal_id, sum(o.vote)::bigint as votes
    from plan.votes as o
    group by o.proposal_id
),
comments as (
    select m.proposal_id, count(*) as comments
    from plan.comments as m
    where m.binned_at is null
    group by m.proposal_id
)
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
    coalesce(len(c.grades), 0) as claims,
    coalesce(k.risks, 0) as risks,
    coalesce(v.visuals, 0) as visuals,
    p.source_id as report_id,
    a.name_zh as angle_zh,
    a.name_en as angle_en,
    p.tags,
    c.grades,
    coalesce(o.votes, 0) as votes,
    coalesce(m.comments, 0) as comments,
    p.board_place,
    p.changed_at,
    p.refreshed_evidence,
    p.refreshed_at
from plan.proposals as p
left join library.topics as t on t.topic_id = p.topic_id
left join library.angles as a on a.angle_id = p.angle_id
left join library.reports as r on r.source_id = p.source_id
left join claims as c on c.proposal_id = p.proposal_id
left join risks as k on k.proposal_id = p.proposal_id
left join visuals as v on v.proposal_id = p.proposal_id
left join votes as o on o.proposal_id = p.proposal_id
left join comments as m on m.proposal_id = p.proposal_id
where (p.binned_at is not null) = $is_binned
order by p.created_at desc, p.section, p.position, p.proposal_id
