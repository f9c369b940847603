-- purpose: forget the figures of the claims of a report
-- parameters: source_id
delete from library.claim_figures
where claim_id in (select r.claim_id from library.report_claims as r where r.source_id = $source_id)
