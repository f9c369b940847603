-- purpose: forget aliases of creators that are gone
-- parameters: none
delete from library.creator_aliases
where creator_key not in (select c.creator_key from library.creators as c)
