-- purpose: an undone import gives back the creator and the search word too, not the words alone
alter table library.former_texts add column creator_key bigint;
alter table library.former_texts add column keyword text;
