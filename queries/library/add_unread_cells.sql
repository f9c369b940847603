-- purpose: keep the cells that were filled but not understood
-- reads: notes
-- parameters: import_id
insert into library.unread_cells
select $import_id, n.row, n."column", n.value
from notes as n
