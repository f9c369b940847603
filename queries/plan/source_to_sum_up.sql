-- purpose: the text of a source and the accepted claims that were drawn from it
-- grain: one row, none where the source is in the bin or has no text
-- parameters: source_id
-- columns: name, passages, claim_ids
with texts as (
    select list(p.text order by p.position, p.passage_id) as passages
    from library.passages as p
    where p.source_id = $source_id and p.kind <> 'cell'
),
drawn as (
    select coalesce(list(c.claim_id order by c.position, c.claim_id), []) as claim_ids
    from library.claims as c
    where c.source_id = $source_id and c.status = 'accepted' and c.binned_at is null
)
select s.name, t.passages, d.claim_ids
from library.sources as s
cross join texts as t
cross join drawn as d
where s.source_id = $source_id and s.binned_at is null and t.passages is not null
order by s.source_id
