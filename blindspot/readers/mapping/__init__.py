"""The generic reader: a mapping proposed from column names and values, corrected by the user, then at work."""

from blindspot.readers.mapping.aliases import is_known_name
from blindspot.readers.mapping.mappings import FIELDS, Mapping
from blindspot.readers.mapping.proposals import propose_mapping
from blindspot.readers.mapping.table_reader import MappedReader

__all__ = ["FIELDS", "MappedReader", "Mapping", "is_known_name", "propose_mapping"]
