-- purpose: bring a claim up to what its report states now; what a person changed stays
-- parameters: claim_id, position, statement, body, kind, grade, grade_reason, hedges, as_of
update library.claims
set
    position = $position,
    body = $body,
    kind = $kind,
    hedges = $hedges,
    as_of = $as_of,
    statement = case when rev > 1 then statement else $statement end,
    grade = case when rev > 1 then grade else $grade end,
    grade_reason = case when rev > 1 then grade_reason else $grade_reason end
where claim_id = $claim_id
