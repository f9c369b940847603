-- purpose: a place for the rows of one file until all of them are read
-- grain: one row per work row of the file that was not rejected
-- parameters: none
create or replace temp table staged (
    row bigint,
    platform text,
    work_id text,
    url text,
    creator_id text,
    creator_name text,
    is_creator_hidden boolean,
    title text,
    text text,
    hashtags text[],
    transcript text,
    search_text text,
    published_at timestamptz,
    duration_seconds double,
    plays bigint,
    likes bigint,
    comments bigint,
    shares bigint,
    collects bigint,
    keyword text,
    captured_at timestamptz,
    capture_number integer default 1,
    is_newest boolean default true,
    is_duplicate boolean default false,
    outcome text
)
