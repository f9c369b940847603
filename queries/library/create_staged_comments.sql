-- purpose: a place for the comments of one file until all of them are read
-- grain: one row per comment of the file that was not rejected
-- parameters: none
create or replace temp table staged_comments (
    row bigint,
    comment_key bigint,
    platform text,
    work_id text,
    text text,
    search_text text,
    said_at timestamptz,
    likes bigint,
    is_question boolean
)
