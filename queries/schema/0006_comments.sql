-- purpose: what viewers ask and how much a term is searched for
alter table library.imports add column comments_added bigint;
alter table library.imports add column points_added bigint;

-- who wrote a comment is not kept
create table library.comments (
    -- made from the platform and the comment's id, so that a person's word on it holds when it comes again
    comment_key bigint primary key,
    -- null until its work is known, where the table does not say it
    platform text,
    work_id text not null,
    text text not null,
    -- of questions only
    search_text text,
    said_at timestamptz,
    likes bigint,
    is_question boolean not null,
    is_sample boolean not null
);

-- one row per comment and import that brought it
create table library.comment_sightings (
    comment_key bigint not null,
    import_id bigint not null,
    likes bigint
);

-- comments that did not come in, by the row of their file
create table library.comment_rejects (
    import_id bigint not null,
    row bigint not null,
    reason text not null,
    "values" text not null
);

-- one row per term, origin and day; the value's scale is the origin's own
create table library.interest (
    import_id bigint not null,
    origin text not null,
    term text not null,
    day date not null,
    value double not null
);
