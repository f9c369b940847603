-- purpose: forget the proposals of the sample's reports; what a person put on the shortlist stays
-- parameters: none
delete from plan.proposals
where source_id in (select s.source_id from library.sources as s where s.is_sample)
