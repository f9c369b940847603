-- purpose: forget a heading of the user's own
-- parameters: heading
delete from library.heading_aliases where heading = $heading
