-- purpose: keep what a language model wrote, until a person says yes or no, and return its number
-- parameters: kind, item, item_id, model, text, claim_ids, tokens_in, tokens_out, cost, currency, who
insert into plan.drafts (
    draft_id,
    kind,
    item,
    item_id,
    model,
    text,
    claim_ids,
    tokens_in,
    tokens_out,
    cost,
    currency,
    status,
    who,
    made_at
)
values (
    nextval('plan.draft_ids'),
    $kind,
    $item,
    $item_id,
    $model,
    $text,
    $claim_ids::bigint[],
    $tokens_in,
    $tokens_out,
    $cost,
    $currency,
    'open',
    $who,
    now()
)
returning draft_id
