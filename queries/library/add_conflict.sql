-- purpose: note a conflict that a rule found
-- parameters: claim_id, other_claim_id, other_source_id, words, other_words
insert into library.conflicts
select
    nextval('library.conflict_ids') as conflict_id,
    $claim_id as claim_id,
    $other_claim_id as other_claim_id,
    $other_source_id as other_source_id,
    $words as words,
    $other_words as other_words,
    'rule' as found_by,
    'open' as status,
    '' as settlement
