-- purpose: the proposals with what a board shows of them, those of the shortlist with the evidence as it stood then
-- grain: one row per proposal
-- parameters: is_binned
-- columns: proposal_id, topic_id, topic, angle, title, thesis, status, evidence, created_at, rev, report, claims, risks,
--   visuals, report_id, angle_zh, angle_en, tags, grades, votes, comments, board_place, changed_at,
--   refreshed_evidence, refreshed_at
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
    p.source_id as report_id,
    a.name_zh as angle_zh,
    a.name_en as angle_en,
    p.tags,
    (select list(c.grade order by c.position) from plan.proposal_claims as c where c.proposal_id = p.proposal_id)
        as grades,
    (select coalesce(sum(o.vote), 0)::bigint from plan.votes as o where o.proposal_id = p.proposal_id) as votes,
    (
        select count(*)
        from plan.comments as m
        where m.proposal_id = p.proposal_id and m.binned_at is null
    ) as comments,
    p.board_place,
    p.changed_at,
    p.refreshed_evidence,
    p.refreshed_at
from plan.proposals as p
left join library.topics as t on t.topic_id = p.topic_id
left join library.angles as a on a.angle_id = p.angle_id
left join library.reports as r on r.source_id = p.source_id
where (p.binned_at is not null) = $is_binned
order by p.created_at desc, p.section, p.position, p.proposal_id
