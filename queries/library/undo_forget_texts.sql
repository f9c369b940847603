-- purpose: forget the words that an undone import replaced
-- parameters: import_id
delete from library.former_texts where import_id = $import_id
