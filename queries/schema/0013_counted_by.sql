-- purpose: by which zone days were counted and by which rules of matching works were labelled; null: not known, count anew
alter table library.state add column counted_in text;
alter table library.state add column term_rules integer;
