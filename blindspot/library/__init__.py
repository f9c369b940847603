"""Use cases of what we have: import files, edit codebooks, keep creators and sources."""

from blindspot.editing.items import declare
from blindspot.library.items import ITEMS

declare(*ITEMS)
