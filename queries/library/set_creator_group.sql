-- purpose: put a creator into a group of the user's own
-- parameters: creator_key, creator_group
update library.creators set creator_group = nullif(trim($creator_group), '') where creator_key = $creator_key
