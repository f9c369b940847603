-- purpose: note a schema file as applied
-- parameters: name
insert into main.migrations values ($name, now())
