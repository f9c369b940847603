-- purpose: the list of applied schema files, kept outside the schemas that they create
-- grain: one row per applied file
-- parameters: none
create table if not exists main.migrations (name text primary key, applied_at timestamptz not null);
