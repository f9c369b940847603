"""Which texts of the code a user can see: the literals given to `t`, `t.plural`, `Message` and the errors.

Babel's own extractor reads tokens: it joins both sides of a conditional and takes the key of
`Message(row["reason"])` for a text. The syntax tree knows better.
"""

from __future__ import annotations

import ast
import inspect
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from blindspot import errors
from blindspot.shipped import CODE

PARTS = ("app.py", "pages", "blindspot")
PLURAL = "plural"
ONE_TEXT = ("t", "Message")
ERRORS = tuple(
    name for name, kind in inspect.getmembers(errors, inspect.isclass) if issubclass(kind, errors.BlindspotError)
)
"""Their first two arguments are texts: what happened, and what to do."""


@dataclass(frozen=True)
class Text:
    """A text with its file (from the project's root) and line; `many` is the plural, None where there is none."""

    one: str
    many: str | None
    file: str
    line: int

    @property
    def key(self) -> str | tuple[str, str]:
        """The text as the catalogue files it."""
        return self.one if self.many is None else (self.one, self.many)


class NotLiteralError(ValueError):
    """A text that is put together in the code, so that no catalogue can hold it."""


def extract_texts(root: Path = CODE) -> list[Text]:
    """Return the texts of app.py, pages/ and blindspot/, in the order of files and lines.

    Raises NotLiteralError, naming file and line, for an f-string or a sum of strings where a text is expected.
    """
    paths = [path for name in PARTS for path in _python_files(root / name)]
    return [
        text for path in paths for text in texts_of(path.read_text(encoding="utf-8"), path.relative_to(root).as_posix())
    ]


def texts_of(code: str, file: str) -> Iterator[Text]:
    """Yield the texts of one file. Raises NotLiteralError as `extract_texts` does, SyntaxError for broken code."""
    for node in ast.walk(ast.parse(code, file)):
        if not isinstance(node, ast.Call):
            continue
        name = _name(node.func)
        if name == PLURAL and len(node.args) > 1:
            pair = [_literals(argument, file) for argument in node.args[:2]]
            yield from (Text(one, many, file, node.lineno) for one, many in zip(*pair, strict=True))
        elif name in ONE_TEXT or name in ERRORS:
            for argument in node.args[: 2 if name in ERRORS else 1]:
                yield from (Text(one, None, file, argument.lineno) for one in _literals(argument, file))


def _python_files(path: Path) -> list[Path]:
    return sorted(path.rglob("*.py")) if path.is_dir() else [path] * path.is_file()


def _name(function: ast.expr) -> str:
    if isinstance(function, ast.Attribute):
        return function.attr
    return function.id if isinstance(function, ast.Name) else ""


def _literals(argument: ast.expr, file: str) -> list[str]:
    """Return the text that an argument is, both texts of a conditional, or nothing for a variable."""
    if isinstance(argument, ast.IfExp):
        return _literals(argument.body, file) + _literals(argument.orelse, file)
    if isinstance(argument, ast.Constant) and isinstance(argument.value, str):
        return [argument.value] * bool(argument.value)
    if isinstance(argument, ast.JoinedStr | ast.BinOp):
        built = ast.unparse(argument)
        raise NotLiteralError(f"{file}:{argument.lineno}: a text must be one literal with {{names}}, not {built}")
    return []
