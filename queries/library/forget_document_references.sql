-- purpose: forget what a document lists as its sources, before those of its new version are kept
-- parameters: source_id
delete from library.source_references where source_id = $source_id
