-- purpose: forget the conflicts of the sample's claims
-- parameters: none
delete from library.conflicts
where claim_id in (
    select c.claim_id
    from library.claims as c
    inner join library.sources as s on s.source_id = c.source_id
    where s.is_sample
)
