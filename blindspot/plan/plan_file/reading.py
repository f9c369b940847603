"""The bytes of a plan file as a checked value; a file that is none is refused in one sentence that names the place."""

from __future__ import annotations

import re
from pathlib import Path

from pydantic import ValidationError

from blindspot.errors import FileRefused
from blindspot.plan.plan_file.faults import find_faults
from blindspot.plan.plan_file.model import FORMAT, VERSION, PlanFile

LARGEST_BYTES = 256 * 2**20
LONGEST_PROBLEM = 200
ORDER: dict[tuple[int | str, ...], int] = {("format",): 0, ("version",): 1}
_LINE = re.compile(r"\bat line (\d+)")


def read_plan_file(data: bytes) -> PlanFile:
    """Return what a plan file says; raises FileRefused where it is none, of a newer version, hostile or damaged."""
    if len(data) > LARGEST_BYTES:
        raise FileRefused(
            "The plan file is larger than {megabytes} MB.",
            "Export the plan without pictures.",
            megabytes=LARGEST_BYTES // 2**20,
        )
    try:
        plan = PlanFile.model_validate_json(data)
    except ValidationError as error:
        raise _refused(error) from error
    for place, problem in find_faults(plan):
        raise _at(place, problem)
    return plan


def is_plan_file(path: Path) -> bool:
    """Return whether a file begins as a plan file does."""
    with path.open("rb") as file:
        return f'"format": "{FORMAT}"'.encode() in file.read(100)


def _refused(error: ValidationError) -> FileRefused:
    errors = error.errors(include_url=False, include_context=False)
    # what a file is comes before what is wrong in it
    first = min(errors, key=lambda one: ORDER.get(one["loc"][:1], 2))
    match first["loc"], first["type"]:
        case (), "json_invalid":
            line = _LINE.search(first["msg"])
            return FileRefused(
                "This is no plan file: it breaks off or is damaged at line {line}.",
                "Choose a file that an export of the plan wrote.",
                line=int(line[1]) if line else 1,
            )
        case () | ("format",), _:
            return FileRefused("This is no plan file.", "Choose a file that an export of the plan wrote.")
        case ("version",), _:
            return FileRefused(
                "The plan file was written by another version of Blindspot; this one reads version {version}.",
                "Bring Blindspot up to date.",
                version=VERSION,
            )
    place = "".join(f"[{part}]" if isinstance(part, int) else f".{part}" for part in first["loc"])
    return _at(place.lstrip("."), _short(first["msg"]))


def _at(place: str, problem: str) -> FileRefused:
    return FileRefused(
        "The plan file cannot be used at {place}: {problem}.",
        "Nothing was imported; export the plan again.",
        place=place[:LONGEST_PROBLEM],
        problem=problem,
    )


def _short(problem: str) -> str:
    said = problem.removeprefix("Value error, ").rstrip(".")
    return said if len(said) <= LONGEST_PROBLEM else f"{said[:LONGEST_PROBLEM]}…"
