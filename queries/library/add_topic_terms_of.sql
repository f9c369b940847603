-- purpose: write the terms of topics in order
-- parameters: rows
insert into library.topic_terms by name
select
    unnest(
        cast($rows as struct(topic_id bigint, position integer, term text)[]),
        max_depth := 2
    )
