-- purpose: write a topic's terms in order
-- parameters: topic_id, terms
insert into library.topic_terms
select $topic_id, generate_subscripts($terms::text[], 1), unnest($terms::text[])
