-- purpose: forget the sample's hot topics
-- parameters: none
delete from library.hot_topics where is_sample
