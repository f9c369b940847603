-- purpose: forget the pictures of a document, before those of its new version are kept
-- parameters: source_id
delete from library.source_media where source_id = $source_id
