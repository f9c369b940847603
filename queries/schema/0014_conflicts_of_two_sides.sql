-- purpose: conflicts that a later version of an article left with one side go; those that still stand are found again
delete from library.conflicts
where
    claim_id not in (select c.claim_id from library.claims as c)
    or (other_claim_id is not null and other_claim_id not in (select c.claim_id from library.claims as c))
    or (other_source_id is not null and other_source_id not in (select s.source_id from library.sources as s));
