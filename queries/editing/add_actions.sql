-- purpose: keep what people did, each under the next number in the order given; the numbers are returned
-- parameters: rows
insert into main.actions by name
select
    nextval('main.action_ids') as action_id,
    unnest(
        cast($rows as struct(scope text, kind text, origin text, who text)[]),
        max_depth := 2
    ),
    now() as made_at,
    false as is_undone
returning action_id
