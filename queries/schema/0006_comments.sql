-- purpose: what viewers ask and how much a term is searched for
create sequence library.comment_keys;

-- who wrote a comment is not kept
create table library.comments (
    comment_key bigint primary key,
    platform text not null,
    work_id text not null,
    comment_id text not null,
    text text not null,
    search_text text not null,
    said_at timestamptz,
    likes bigint,
    is_question boolean not null,
    import_id bigint not null
);

-- one row per term, origin and day; the value's scale is the origin's own
create table library.interest (
    import_id bigint not null,
    origin text not null,
    term text not null,
    day date not null,
    value double not null
);
