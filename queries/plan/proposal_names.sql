-- purpose: what proposals refer to, by its name
-- grain: one row per proposal
-- parameters: proposal_ids
-- columns: proposal_id, topic, angle, angle_zh, angle_en, account, created_at
select
    p.proposal_id, t.name as topic, coalesce(a.name_zh, a.name_en, a.key) as angle, a.name_zh as angle_zh,
    a.name_en as angle_en, c.handle as account, p.created_at
from plan.proposals as p
left join library.topics as t on t.topic_id = p.topic_id
left join library.angles as a on a.angle_id = p.angle_id
left join library.accounts as c on c.account_id = p.account_id and c.binned_at is null
where list_contains($proposal_ids::text[], p.proposal_id)
order by p.proposal_id
