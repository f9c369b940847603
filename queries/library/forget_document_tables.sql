-- purpose: forget the tables of a document, before those of its new version are kept
-- parameters: source_id
delete from library.source_tables where source_id = $source_id
