-- purpose: keep which section a heading of the user's own stands for
-- parameters: heading, key
merge into library.heading_aliases as a
using (select $heading as heading) as n
on a.heading = n.heading
when matched then update set key = $key
when not matched then insert values (n.heading, $key)
