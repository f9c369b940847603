-- purpose: keep what may be said against proposals, with the answers
-- parameters: rows
insert into plan.proposal_counterpoints by name
select
    unnest(
        cast($rows as struct(proposal_id text, position integer, title text, claim text, answer text)[]),
        max_depth := 2
    )
