-- purpose: the sample as it was when it was removed, with what people had made of it, until it is brought back
create table library.binned_sample (
    table_name text primary key,
    -- the rows that went from that table, as an Arrow stream
    rows blob not null,
    binned_at timestamptz not null
);
