-- purpose: all that the schema files make, to tell what a damaged database lacks
-- grain: one row per table, view, column, sequence, macro and index
-- parameters: none
-- columns: kind, name
select 'table' as kind, t.schema_name || '.' || t.table_name as name
from duckdb_tables() as t
where t.database_name = current_database() and not t.internal and not t.temporary
union all
select 'view', v.schema_name || '.' || v.view_name
from duckdb_views() as v
where v.database_name = current_database() and not v.internal and not v.temporary
union all
select 'column', c.schema_name || '.' || c.table_name || '.' || c.column_name
from duckdb_columns() as c
where c.database_name = current_database() and not c.internal
union all
select 'sequence', s.schema_name || '.' || s.sequence_name
from duckdb_sequences() as s
where s.database_name = current_database() and not s.temporary
union all
select 'macro', f.schema_name || '.' || f.function_name
from duckdb_functions() as f
where f.database_name = current_database() and not f.internal
union all
select 'index', i.schema_name || '.' || i.index_name
from duckdb_indexes() as i
where i.database_name = current_database()
order by kind, name
