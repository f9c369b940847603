-- purpose: keep what an action changed in each row
-- parameters: rows
insert into main.edits by name
select
    unnest(
        cast($rows as struct(
            action_id bigint,
            position integer,
            item text,
            item_id text,
            rev bigint,
            before text,
            after text
        )[]),
        max_depth := 2
    )
