-- purpose: by which zone days were counted and by which rules of matching works were labelled (null: not known, count
--          anew); conflicts that a later version of an article left with one side go
alter table library.state add column counted_in text;
alter table library.state add column term_rules integer;

delete from library.conflicts
where
    claim_id not in (select c.claim_id from library.claims as c)
    or (other_claim_id is not null and other_claim_id not in (select c.claim_id from library.claims as c))
    or (other_source_id is not null and other_source_id not in (select s.source_id from library.sources as s));
