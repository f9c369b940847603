-- purpose: every draft of a language model
-- grain: one row per draft
-- parameters: none
-- columns: kind, item, item_id, model, text, claim_ids, tokens_in, tokens_out, cost, currency, status, who, made_at,
--   decided_at
select
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
    d.made_at,
    d.decided_at
from plan.drafts as d
order by d.made_at, d.draft_id
