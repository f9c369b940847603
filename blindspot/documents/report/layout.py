"""How a part is laid out: labels, items and asides are taken apart into a pattern and its values, and filled again.

A pattern is the words as written with `{names}` for what the model holds: "{n}. **{title}**：{body}".
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise, permutations

from blindspot.documents.report.page import Page
from blindspot.documents.report.words import NUMERALS, fold, title_kinds

MARKER = re.compile(r"(?:[-*+]|(\d{1,9})[.)])(?:\s+|$)")
_SLOT = re.compile(r"\{(\w+)\}")
_NUMBERED = re.compile(
    rf"([^\d\s{NUMERALS}]{{0,8}}\s?)(?:(\d{{1,3}})|([{NUMERALS}]{{1,3}}))(\s?[.．、:：)）]\s*)(?=\S)"
)
_BOLD = re.compile(
    r"(?P<open>\*\*)(?P<title>.+?)(?P<close>[：:]?\*\*)(?P<aside>\s*[（(][^（）()]*[)）]|)(?P<colon>\s*[：:]|)(?P<gap>\s*)"
)
_PLAIN = re.compile(
    r"(?P<open>)(?P<title>[^：:*]{1,40}?)(?P<close>)(?P<aside>\s*[（(][^（）()]*[)）]|)(?P<colon>[：:])(?!//)(?P<gap>\s*)"
)
_OPENING, _CLOSING = "（(《「“[【", "）)》」”]】"
_FURTHEST_COLON = 120


@dataclass(frozen=True)
class Part:
    """A stretch of a page; `labels` collects the words of the layout as they are met."""

    page: Page
    start: int
    end: int
    labels: dict[str, str] = field(default_factory=dict)

    def met(self, what: str, written: str) -> None:
        """Note how something is written where it is met first."""
        self.labels.setdefault(what, written)

    def met_in_order(self, orders: Sequence[Sequence[str]], usual: Sequence[str]) -> None:
        """Note the order in which the items of a section have their parts, where that is not the usual one."""
        fitting = (order for order in permutations(usual) if all(_follows(each, order) for each in orders))
        order = next(fitting, usual)
        if tuple(order) != tuple(usual):
            self.met("order", " ".join(order))

    def within(self, start: int, end: int) -> Part:
        """Return a part of this part, which notes in the same place."""
        return replace(self, start=start, end=end)

    def text(self) -> str:
        """Return the part as written."""
        return self.page.text(self.start, self.end)

    def lines(self) -> Iterator[tuple[int, str, str]]:
        """Yield (number, kind, line) of what is not blank."""
        for at in range(self.start, self.end):
            if self.page.kinds[at] != "blank":
                yield at, self.page.kinds[at], self.page.lines[at]


@dataclass(frozen=True)
class Item:
    """A list item: its marker as a pattern ("{n}. " or "- "), its text without indent, and its range of lines."""

    marker: str
    text: str
    lines: tuple[int, int]


def _follows(part: Sequence[str], order: Sequence[str]) -> bool:
    return [order.index(what) for what in part] == sorted(order.index(what) for what in part)


def until_next(starts: Sequence[int], end: int) -> list[tuple[int, int]]:
    """Return the ranges from each start to the next, the last to the end."""
    return list(pairwise([*starts, end]))


def fill(pattern: str, **values: object) -> str:
    """Return a pattern with its slots filled; a slot without a value stays as it is."""
    return _SLOT.sub(lambda slot: str(values.get(slot[1], slot[0])), pattern)


def counted(n: int) -> dict[str, object]:
    """Return the values by which a pattern may count; Chinese numerals go to 99."""
    tens, ones = divmod(n, 10)
    digits = ("", *NUMERALS[:9])
    chinese = (digits[tens] if tens > 1 else "") + ("十" if tens else "") + digits[ones] if n < 100 else str(n)
    return {"n": n, "zh": chinese}


def split_label(line: str) -> tuple[str, str] | None:
    """Return a line's label, up to and with its colon and what closes it, and the value after it."""
    depth = 0
    for at, character in enumerate(line[:_FURTHEST_COLON]):
        depth += (character in _OPENING) - (character in _CLOSING)
        if character in "：:" and depth == 0:
            closing = "**" if line[:at].count("**") % 2 and line[at + 1 : at + 3] == "**" else ""
            value = line[at + 1 + len(closing) :].lstrip()
            label = line[: len(line) - len(value)]
            return None if value.startswith("//") else (label if value else label.rstrip(), value.rstrip())
    return None


def by_label(
    part: Part, known: Mapping[str, str], *, in_lists: bool = False
) -> tuple[Part, list[tuple[str, str, Part]]]:
    """Split a part at the lines that begin with a known label, `in_lists` also behind the marker of an item.

    Returns what stands before the first, and (key, label as written, part) each; the part begins with the label's line.
    """
    found = []
    for at, kind, line in part.lines():
        label = split_label(line) if kind == "text" or (in_lists and kind == "item") else None
        key = known.get(fold(label[0])) if label else None
        if label and key:
            found.append((at, key, label[0]))
    lead = part.within(part.start, found[0][0] if found else part.end)
    ranges = until_next([at for at, _, _ in found], part.end)
    return lead, [(key, label, part.within(*each)) for (_, key, label), each in zip(found, ranges, strict=True)]


def labelled(part: Part, label: str) -> str:
    """Return what follows a part's label, as written, with the line breaks before it."""
    first = part.page.lines[part.start][len(label) :].rstrip()
    rest = "\n".join(part.page.lines[part.start + 1 : part.end]).rstrip()
    return f"{first}\n{rest}" if rest else first


def by_heading(part: Part) -> tuple[Part, list[Part]]:
    """Split a part at its headings of the outermost level; each part begins with its heading."""
    inside = {at: part.page.levels[at] for at in range(part.start, part.end) if at in part.page.levels}
    outermost = min(inside.values(), default=0)
    starts = [at for at, level in inside.items() if level == outermost]
    lead = part.within(part.start, starts[0] if starts else part.end)
    return lead, [part.within(*each) for each in until_next(starts, part.end)]


def heading(part: Part, n: int) -> tuple[str, str]:
    """Return the pattern and the title of the heading that a part begins with, the nth of its kind."""
    text = part.page.headings[part.start]
    pattern, title = _number(text, n)
    return f"{'#' * part.page.levels[part.start]} {pattern}{{title}}", title


def titled(part: Part, n: int) -> tuple[str, str | None, str]:
    """Return the pattern of a title such as "### 1. 反驳：…", what the word before its colon means, and the title."""
    is_heading = part.start in part.page.levels
    pattern, title = heading(part, n) if is_heading else ("{title}", part.page.lines[part.start].rstrip())
    label = split_label(title)
    kind = title_kinds().get(fold(label[0])) if label else None
    if label and kind:
        pattern, title = pattern.replace("{title}", label[0] + "{title}"), label[1]
    if kind and title.startswith("《") and title.endswith("》"):
        pattern, title = pattern.replace("{title}", "《{title}》"), title[1:-1]
    return pattern, kind, title


def until_list(part: Part) -> tuple[Part, Part]:
    """Return what stands before the first list of a part, and the part from there."""
    at = next((at for at, kind, _ in part.lines() if kind == "item"), part.end)
    return part.within(part.start, at), part.within(at, part.end)


def items(part: Part) -> tuple[list[Item], Part]:
    """Return the list items that a part begins with, and what follows them."""
    starts: list[int] = []
    rest = part.end
    for at, kind, _ in part.lines():
        if kind == "item":
            starts.append(at)
        elif kind != "inner" or not starts:
            rest = at
            break
    ranges = until_next(starts, rest)
    return [_item(part.page, each, n) for n, each in enumerate(ranges, 1)], part.within(rest, part.end)


def point(item: Item, slot: str = "") -> tuple[str, str, str, str]:
    """Return an item's pattern, its title, what stands in brackets after the title, and its body.

    The brackets have a slot of that name in the pattern; without one they belong to the pattern as they stand.
    """
    line, more, below = item.text.partition("\n")
    match = _BOLD.match(line) or _PLAIN.match(line)
    if not match:
        return f"{item.marker}{{title}}{{body}}", line.rstrip(), "", more + below
    body = line[match.end() :].rstrip()
    beside = f"{{{slot}}}" if slot else match["aside"]
    colon = match["close"] + match["colon"]
    gap = match["gap"] if body else " " * colon.endswith((":", ":**"))
    pattern = f"{item.marker}{match['open']}{{title}}{match['close']}{beside}{match['colon']}{gap}{{body}}"
    return pattern, match["title"], match["aside"], body + more + below


def write_item(pattern: str, **values: object) -> str:
    """Return a list item, its further lines indented; or, for a pattern of a heading, the heading and its body."""
    if pattern.startswith("#"):
        return f"{fill(pattern, **values)}\n\n{values['body']}".rstrip()
    text = fill(pattern, **values)
    marker = MARKER.match(text)
    first, *rest = text.split("\n")
    indent = " " * (marker.end() if marker else 0)
    return "\n".join([first.rstrip(), *(indent + line if line.strip() else "" for line in rest)])


def aside(text: str, name: str) -> tuple[str, str, str]:
    """Return a text without the brackets it ends with, what they hold, and their pattern: "（{name}）"."""
    if not text.endswith(("）", ")")):
        return text, "", ""
    depth = 0
    for at in range(len(text) - 1, -1, -1):
        depth += (text[at] in "）)") - (text[at] in "（(")
        if depth == 0:
            before = text[:at].rstrip()
            return before, text[at + 1 : -1], f"{text[len(before) : at + 1]}{{{name}}}{text[-1]}"
    return text, "", ""


def _number(text: str, n: int) -> tuple[str, str]:
    match = _NUMBERED.match(text)
    values = counted(n)
    if match and match[2] == str(values["n"]):
        return f"{match[1]}{{n}}{match[4]}", text[match.end() :]
    if match and match[3] == values["zh"]:
        return f"{match[1]}{{zh}}{match[4]}", text[match.end() :]
    return "", text


def _item(page: Page, where: tuple[int, int], n: int) -> Item:
    lines = page.text(*where).split("\n")
    marker = MARKER.match(lines[0])
    if not marker:
        return Item("", "\n".join(lines), where)
    width = marker.end()
    inner = [line[width:] if not line[:width].strip() else line for line in lines[1:]]
    written = marker[0].replace(marker[1], "{n}", 1) if marker[1] == str(n) else marker[0]
    return Item(written, "\n".join([lines[0][width:], *inner]).rstrip(), where)
