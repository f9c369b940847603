-- purpose: what is to be said of the columns of an import: read as something else than they say, or left out
-- parameters: none
create table library.remarks (
    import_id bigint not null,
    kind text not null,
    column_name text not null,
    row_count bigint not null
);
