-- purpose: say what a creator is to us
-- parameters: creator_key, role
update library.creators set role = $role where creator_key = $creator_key
