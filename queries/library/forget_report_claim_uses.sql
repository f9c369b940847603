-- purpose: forget which sources the claims of a report use
-- parameters: source_id
delete from library.claim_uses
where claim_id in (select r.claim_id from library.report_claims as r where r.source_id = $source_id)
