-- purpose: what the file holds, to tell a database of ours from another program's
-- grain: one row per table
-- parameters: none
-- columns: schema_name, table_name
select t.schema_name, t.table_name
from duckdb_tables() as t
where t.database_name = current_database() and not t.internal and not t.temporary
order by t.schema_name, t.table_name
