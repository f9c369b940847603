-- purpose: clear the label facts of some angles before they are written anew
-- parameters: angle_ids
delete from library.label_facts where list_contains($angle_ids::bigint[], angle_id)
