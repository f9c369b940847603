-- purpose: what a document lists as its sources, whether or not a candidate leans on it
create table library.source_references (
    source_id bigint not null,
    position integer not null,
    cited_id bigint not null,
    label text not null,
    url text
);
