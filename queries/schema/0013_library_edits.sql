-- purpose: what people type into the library is edited like the plan: revisions, history, conflicts, the bin
alter table library.topics add column rev bigint default 1;
alter table library.topics add column is_binned boolean default false;
alter table library.angles add column rev bigint default 1;
alter table library.creators add column rev bigint default 1;
alter table library.mappings add column rev bigint default 1;
alter table library.mappings add column binned_at timestamptz;

-- whether the edits that follow soon go into this version as well
alter table library.codebook_versions add column is_open boolean default false;
