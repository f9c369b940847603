-- purpose: what a language model wrote for something and how a person decided on it, newest first
-- grain: one row per draft
-- parameters: item, item_id, status
-- columns: draft_id, kind, item, item_id, model, text, claim_ids, tokens_in, tokens_out, cost, currency, status, who,
--   made_at
select
    d.draft_id,
    d.kind,
    d.item,
    d.item_id,
    d.model,
    d.text,
    d.claim_ids,
    d.tokens_in,
    d.tokens_out,
    d.cost,
    d.currency,
    d.status,
    d.who,
    d.made_at
from plan.drafts as d
where d.item = $item and d.item_id = $item_id and d.status = $status
order by d.made_at desc, d.draft_id desc
