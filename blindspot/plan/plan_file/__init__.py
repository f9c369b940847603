"""The plan file: a whole plan as lossless, versioned JSON, out of one database and into another."""

from blindspot.plan.plan_file.exporting import Size, export_plan, plan_size
from blindspot.plan.plan_file.importing import Counts, import_plan

__all__ = ["Counts", "Size", "export_plan", "import_plan", "plan_size"]
