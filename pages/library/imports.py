"""Import: exports go in, and what became of every file and row comes out."""

from blindspot.ui.desk import desk
from blindspot.ui.library.imports_view import show_imports

show_imports(desk())
