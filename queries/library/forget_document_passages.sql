-- purpose: forget the passages of a document, before those of its new version are kept
-- parameters: source_id
delete from library.passages where source_id = $source_id
