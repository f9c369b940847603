-- purpose: an address belongs to one source, and to one of the sample beside it
-- grain: one row
-- parameters: none
-- columns: violations
select count(*) as violations
from (
    select u.url, s.is_sample
    from library.source_urls as u
    inner join library.sources as s on s.source_id = u.source_id
    group by u.url, s.is_sample
    having count(*) > 1
) as shared
order by violations
