-- purpose: the conflicts that are noted, with both sides
-- grain: one row per conflict
-- parameters: none
-- columns: claim_id, other_claim_id, other_source_id, words, other_words
select
    f.claim_id,
    f.other_claim_id,
    f.other_source_id,
    f.words,
    f.other_words
from library.conflicts as f
order by f.conflict_id
