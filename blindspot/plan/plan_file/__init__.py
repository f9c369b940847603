"""The plan file: a whole plan as lossless, versioned JSON, out of one database and into another."""

from blindspot.plan.plan_file.exporting import export_part, export_plan, is_planned
from blindspot.plan.plan_file.importing import Counts, import_plan

__all__ = ["Counts", "export_part", "export_plan", "import_plan", "is_planned"]
