"""The licence of everything that is installed: permissive, or known here by name with the reason why it may stay."""

from __future__ import annotations

import re
from importlib.metadata import Distribution, distribution

import pytest
from test_requirements import DEV, pins

PERMISSIVE = re.compile(
    r"MIT(-0|-CMU)?|0?BSD(-[234]-Clause)?|Apache(-2\.0)?|ISC|PSF-2\.0|CNRI-Python|Zlib|CC0-1\.0|Unlicense|HPND"
)
NAMES = {
    "Apache Software License": "Apache-2.0",
    "Apache License 2.0": "Apache-2.0",
    "Apache License": "Apache-2.0",
    "Apache 2.0 License": "Apache-2.0",
    "Apache 2.0": "Apache-2.0",
    "BSD License": "BSD",
    "MIT License": "MIT",
    "Python Software Foundation License": "PSF-2.0",
    "3-Clause BSD License": "BSD-3-Clause",
}
"""Licences as authors wrote them before there were expressions."""

DECIDED = {
    "certifi": "MPL-2.0 binds its own files, which we install unchanged: a list of certificates",
    "orjson": "MPL-2.0 binds its own files, which we install unchanged",
    "tld": "MPL-1.1, of the three that it offers: binds its own files, which we install unchanged",
    "hypothesis": "MPL-2.0 binds its own files, and it only tests",
    "pathspec": "MPL-2.0 binds its own files, and it only finds files for mypy and hatchling",
    "text-unidecode": "the Artistic licence, of the two that it offers, and it only names the journeys' pictures",
    "pyjianyingdraft": "its metadata says nothing; its licence file is Apache 2.0",
    "pypdfium2": "BSD-3-Clause or Apache-2.0, and PDFium's own permissive ones",
}
"""What is no plainly permissive licence, each looked at by a person."""


def installed() -> dict[str, Distribution]:
    """Return what the compiled files install on this machine, by name."""
    found = {}
    for name, entries in pins(DEV).items():
        markers = [pin.requirement.marker for pin in entries]
        if any(marker is None or marker.evaluate() for marker in markers):
            found[name] = distribution(name)
    return found


def licence(one: Distribution) -> str:
    """Return the licence as an expression: the stated one, else the classifiers', else the first line of the text."""
    metadata = one.metadata
    classifiers = [
        line.split(" :: ")[-1] for line in metadata.get_all("Classifier") or [] if line.startswith("License")
    ]
    said = metadata.get("License-Expression") or " AND ".join(NAMES.get(line, line) for line in classifiers)
    first = (metadata.get("License") or "").partition("\n")[0].strip()
    return said or NAMES.get(first, first) or "unknown"


def is_permissive(expression: str) -> bool:
    """Return whether all parts of an expression joined by AND are permissive, of those joined by OR one."""
    flat = re.sub(r"\(([^()]*)\)", lambda part: "MIT" if is_permissive(part[1]) else "other", expression)
    return all(any(PERMISSIVE.fullmatch(one.strip()) for one in part.split(" OR ")) for part in flat.split(" AND "))


@pytest.mark.parametrize(
    ("expression", "permissive"),
    [
        ("MIT", True),
        ("BSD-3-Clause AND 0BSD AND MIT AND Zlib AND CC0-1.0", True),
        ("Apache-2.0 OR GPL-3.0-only", True),
        ("MPL-2.0 AND (Apache-2.0 OR MIT)", False),
        ("MIT AND LGPL-2.1-or-later", False),
        ("GNU Affero General Public License v3", False),
        ("MITRE", False),
        ("unknown", False),
    ],
)
def test_what_is_permissive(expression: str, permissive: bool) -> None:
    assert is_permissive(expression) is permissive


def test_nothing_comes_in_under_another_licence_unnoticed() -> None:
    found = {name: licence(one) for name, one in installed().items()}
    assert len(found) > 100
    assert {name: said for name, said in found.items() if not is_permissive(said) and name not in DECIDED} == {}


def test_what_was_decided_is_still_needed() -> None:
    names = {name for name, one in installed().items() if not is_permissive(licence(one))}
    assert DECIDED.keys() - names == set()


def test_a_licence_is_read_from_wherever_it_stands() -> None:
    assert {name: licence(distribution(name)) for name in ("pydantic", "jinja2", "psutil")} == {
        "pydantic": "MIT",
        "jinja2": "BSD",
        "psutil": "BSD-3-Clause",
    }
