"""A person's word wins over every rule and outlives imports, undoing, edits and retirement."""

from __future__ import annotations

from pathlib import Path

import pytest
from database_rows import execute
from douyin_exports import FIRST_ID, bring, codebook, load, row

from blindspot.errors import NotFound
from blindspot.explore.coverage import measure_coverage
from blindspot.explore.filters import Filters
from blindspot.explore.works import Selection, list_works
from blindspot.labelling.codebook import parse
from blindspot.library.check import check_store
from blindspot.library.codebooks import save_codebook
from blindspot.library.import_files import import_paths
from blindspot.library.person_labels import set_label
from blindspot.library.undo_import import undo_import
from blindspot.store import Store

ANGLES = {"demo": ["演示"], "risk": ["风险"]}
LATER = "2026-03-01T12:00:00+08:00"
ROWS = [row(1, "样例 演示"), row(2, "样例"), row(3, "样例 风险")]
SAID = {1: {}, 2: {"demo": "person"}, 3: {"risk": "rule"}}
"""The labels after a person took work 1 out of demo and put work 2 in."""


class Library:
    """A store with three works, of which a person has decided two."""

    def __init__(self, store: Store, folder: Path) -> None:
        self.store, self.folder = store, folder
        self.topic_id = load(store, angles=ANGLES)
        self.import_id = bring(store, folder / "a.csv", ROWS).import_id
        self.say("demo", 1, False)
        self.say("demo", 2, True)

    def key(self, number: int) -> int:
        return execute(self.store, "select work_key from library.works where work_id = ?", str(FIRST_ID + number))[0][0]

    def say(self, angle: str, number: int, covers: bool | None) -> None:
        set_label(self.store, self.topic_id, angle, self.key(number), covers)

    def labels(self) -> dict[int, dict[str, str]]:
        works = list_works(self.store, self.topic_id, Filters(), Selection())
        found = {int(work.work_id) - FIRST_ID: {label.angle: label.origin for label in work.labels} for work in works}
        self.check(found)
        return found

    def check(self, found: dict[int, dict[str, str]]) -> None:
        """Coverage counts what is listed, and the database agrees with itself."""
        scope, angles = measure_coverage(self.store, self.topic_id, Filters())
        assert scope.works == len(found)
        assert scope.unlabelled == sum(not labels for labels in found.values())
        assert {one.angle: one.works for one in angles} == {
            one.angle: sum(one.angle in labels for labels in found.values()) for one in angles
        }
        assert not [rule for rule in check_store(self.store) if rule.violations]


@pytest.fixture
def library(memory_store: Store, tmp_path: Path) -> Library:
    return Library(memory_store, tmp_path)


def test_a_persons_word_counts_at_once_and_can_be_taken_back(library: Library) -> None:
    assert library.labels() == SAID
    library.say("demo", 1, True)
    assert library.labels()[1] == {"demo": "person"}
    library.say("demo", 1, None)
    library.say("demo", 2, None)
    assert library.labels() == {1: {"demo": "rule"}, 2: {}, 3: {"risk": "rule"}}


def test_it_survives_an_import_of_other_words(library: Library) -> None:
    bring(library.store, library.folder / "b.csv", [row(1, "样例 演示 又", at=LATER), row(2, "样例 风险", at=LATER)])
    assert library.labels() == {1: {}, 2: {"demo": "person", "risk": "rule"}, 3: {"risk": "rule"}}


def test_it_survives_undoing_and_importing_again(library: Library) -> None:
    undo_import(library.store, library.import_id)
    assert library.labels() == {}
    import_paths(library.store, [library.folder / "a.csv"])
    assert library.labels() == SAID


def test_it_survives_edits_of_terms(library: Library) -> None:
    load(library.store, angles={"demo": ["样例"], "risk": ["风险"]})
    assert library.labels() == {1: {}, 2: {"demo": "person"}, 3: {"demo": "rule", "risk": "rule"}}
    load(library.store, angles={"demo": (["无"], ["样例"]), "risk": ["风险"]})
    assert library.labels() == SAID


def test_it_survives_retirement_and_return(library: Library) -> None:
    save_codebook(library.store, "Ann", library.topic_id, parse(codebook(angles={"risk": ["风险"]})))
    assert library.labels() == {1: {}, 2: {}, 3: {"risk": "rule"}}
    load(library.store, angles=ANGLES)
    assert library.labels() == SAID


def test_it_survives_the_works_leaving_the_topic(library: Library) -> None:
    load(library.store, terms=["风险"], angles=ANGLES)
    assert library.labels() == {3: {"risk": "rule"}}
    load(library.store, angles=ANGLES)
    assert library.labels() == SAID


def test_an_angle_that_is_not_there_is_told(library: Library) -> None:
    with pytest.raises(NotFound, match="no angle “none”"):
        library.say("none", 1, True)
    assert library.labels() == SAID
