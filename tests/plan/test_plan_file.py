"""The plan file: everything of a plan goes out and comes in again; a hostile file is refused in a sentence."""

from __future__ import annotations

import hashlib
import json
import re
from base64 import b64encode
from collections.abc import Callable, Iterator

import pytest
from database_rows import execute, row_hashes
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from plans import make_plan

from blindspot.editing import Change, change, history
from blindspot.editing.rows import read_rows
from blindspot.errors import FileRefused
from blindspot.library.check import check_store
from blindspot.plan.loading import load_proposal, load_series
from blindspot.plan.plan_file import Counts, export_plan, import_plan
from blindspot.store import Store

TEXTS = st.text(st.characters(exclude_categories=("Cs", "Cc")), max_size=40)


def without_date(data: bytes) -> bytes:
    return re.sub(rb'"made_at": "[^"]*"', b"", data, count=1)


@pytest.fixture
def planned(memory_store: Store) -> Store:
    make_plan(memory_store, ("旁白", "narration", "gone"))
    return memory_store


@pytest.fixture(scope="module")
def exported() -> bytes:
    store = Store(None)
    make_plan(store, ("旁白", "narration", "gone"))
    data = export_plan(store)
    store.close()
    return data


@pytest.fixture(scope="module")
def empty() -> Iterator[Store]:
    """A database in which nothing comes to be."""
    store = Store(None)
    yield store
    store.close()


@settings(max_examples=3, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(texts=st.lists(TEXTS, min_size=1, max_size=6))
def test_what_comes_out_of_an_empty_database_is_what_went_in(texts: list[str]) -> None:
    first, second = Store(None), Store(None)
    make_plan(first, tuple(texts))
    data = export_plan(first)
    import_plan(second, data, "Cy")
    assert without_date(export_plan(second)) == without_date(data)
    assert not [rule for rule in check_store(second) if rule.violations]
    first.close()
    second.close()


def test_what_comes_in_is_read_like_the_first(planned: Store) -> None:
    other = Store(None)
    other.rows("plan/kept_series")
    execute(other, "select nextval('plan.series_ids'), nextval('library.claim_ids') from range(7)")
    import_plan(other, export_plan(planned), "Cy")
    assert load_proposal(other, "p1").claims[0].claim.sources == load_proposal(planned, "p1").claims[0].claim.sources
    [series] = other.rows("plan/kept_series")
    loaded = (load_series(*one, with_pictures=True) for one in ((planned, 1), (other, series["item_id"])))
    shots, other_shots = (one.episodes[0].shots for one in loaded)
    assert [(shot.name, shot.narration, shot.image) for shot in other_shots] == [
        (shot.name, shot.narration, shot.image) for shot in shots
    ]
    assert [claim.statement for claim in other_shots[0].claims] == ["数据会在 2032 年用完"]
    assert [edit.who for edit in history(other, item="shot", item_id="h1")] == ["Ben", "Ben", "Ben"]
    other.close()


def test_the_same_file_again_changes_nothing(planned: Store) -> None:
    before = row_hashes(planned)
    counts = import_plan(planned, export_plan(planned), "Cy")
    assert counts == Counts(added=0, changed=0, unchanged=7)
    assert row_hashes(planned) == before


def test_what_differs_becomes_an_edit_of_who_imported_it(planned: Store) -> None:
    data = export_plan(planned)
    rev = read_rows(planned, "shot", ["h2"])["h2"]["rev"]
    change(planned, "Ann", "episode:1", [Change("shot", "h2", rev, {"narration": "newer"})])
    assert import_plan(planned, data, "Cy") == Counts(added=0, changed=1, unchanged=6)
    newest = history(planned, item="shot", item_id="h2")[0]
    assert (newest.who, newest.origin, newest.before, newest.after) == (
        "Cy",
        "import",
        {"narration": "newer"},
        {"narration": "narration"},
    )


def test_what_is_not_in_the_file_stays(planned: Store) -> None:
    data = json.loads(export_plan(planned))
    data["series"][0]["episodes"][0]["shots"].pop()
    data["proposals"][0]["comments"] = []
    import_plan(planned, json.dumps(data).encode(), "Cy")
    assert len(planned.rows("plan/kept_shots")) == 3
    assert len(planned.rows("plan/kept_comments")) == 1


def test_a_new_shot_comes_with_its_history_into_a_known_storyboard(planned: Store) -> None:
    data = export_plan(planned)
    execute(planned, "delete from plan.shots where shot_id = 'h1'")
    execute(planned, "delete from main.edits where item_id = 'h1'")
    assert import_plan(planned, data, "Cy").added == 1
    assert len(history(planned, item="shot", item_id="h1")) == 3
    assert not [rule for rule in check_store(planned) if rule.violations]


def test_a_signal_that_was_closed_since_is_not_opened_by_an_older_file(planned: Store) -> None:
    data = export_plan(planned)
    execute(planned, "update plan.signals set status = 'refuted', rev = rev + 1")
    newer = export_plan(planned)
    assert import_plan(planned, data, "Cy").changed == 0
    assert execute(planned, "select status from plan.signals") == [("refuted",)]
    execute(planned, "update plan.signals set status = 'open', rev = 1")
    assert import_plan(planned, newer, "Cy").changed == 1
    assert execute(planned, "select status from plan.signals") == [("refuted",)]


def test_the_samples_plans_are_the_users_once_he_works_on_them(sample_store: Store) -> None:
    assert json.loads(export_plan(sample_store))["proposals"] == []
    proposal_id = sample_store.rows("plan/kept_proposals")[0]["item_id"]
    scope = f"proposal:{proposal_id}"
    change(sample_store, "Ann", scope, [Change("proposal", proposal_id, 1, {"fit": "it suits us"})])
    data = export_plan(sample_store)
    [proposal] = json.loads(data)["proposals"]
    assert proposal["fit"] == "it suits us"
    assert import_plan(sample_store, data, "Ann") == Counts(added=0, changed=0, unchanged=1)


def at(*path: str | int) -> Callable[[dict, object], None]:
    def put(plan: dict, value: object) -> None:
        for step in path[:-1]:
            plan = plan[step]
        plan[path[-1]] = value

    return put


@pytest.mark.parametrize(
    ("put", "value", "said"),
    [
        (at("format"), "other", "This is no plan file."),
        (at("version"), 2, "another version"),
        (at("surprise"), 1, "at surprise: Extra inputs"),
        (at("proposals", 0, "title"), 5, r"at proposals\[0\].title: Input should be a valid string"),
        (at("proposals", 0, "title"), "a\u0007", r"at proposals\[0\].title: a control character, U\+0007"),
        (at("proposals", 0, "title"), "x" * 200_001, r"at proposals\[0\].title: String should have at most"),
        (at("proposals", 0, "evidence"), '{"statement": 0}', r"at proposals\[0\].evidence: it is no evidence of a gap"),
        (at("series", 0, "starts_on"), "9999-12-31", r"at series\[0\].starts_on"),
        (at("proposals", 0, "status"), "sold", r"at proposals\[0\].status: "),
        (at("proposals", 0, "claims", 0, "claim"), 99, r"at proposals\[0\].claims\[0\]: claims has no number 99"),
        (at("series", 0, "episodes", 0, "shots", 0, "frames"), 10**30, r"shots\[0\].frames"),
        (at("series", 0, "episodes", 0, "shots", 1, "shot_id"), "h1", "h1 stands twice"),
        (at("series", 0, "episodes", 0, "fps_den"), 0, r"episodes\[0\].fps_den"),
        (at("topics", 0, "codebook"), "[topic", "The codebook of the topic “样例话题”"),
        (at("pictures", 0, "content"), "aGVsbG8=", "The picture “倒计时.jpg” in the plan file was changed or damaged"),
        (at("pictures", 0, "content"), None, "is not in the plan file, nor beside it"),
    ],
)
def test_a_file_that_cannot_be_used_is_refused_by_its_place_and_changes_nothing(
    exported: bytes, empty: Store, put: Callable[[dict, object], None], value: object, said: str
) -> None:
    plan = json.loads(exported)
    put(plan, value)
    before = row_hashes(empty)
    with pytest.raises(FileRefused, match=said):
        import_plan(empty, json.dumps(plan).encode(), "Cy")
    assert row_hashes(empty) == before


def test_a_picture_that_no_decoder_takes_is_refused_and_changes_nothing(exported: bytes, empty: Store) -> None:
    bytes_of_none = b"\xff\xd8\xff\xe0 no picture"
    known = json.loads(exported)["pictures"][0]["picture_id"].encode()
    plan = json.loads(exported.replace(known, hashlib.sha256(bytes_of_none).hexdigest().encode()))
    plan["pictures"][0]["content"] = b64encode(bytes_of_none).decode()
    before = row_hashes(empty)
    with pytest.raises(FileRefused, match=r"倒计时\.jpg is "):
        import_plan(empty, json.dumps(plan).encode(), "Cy")
    assert row_hashes(empty) == before


def test_a_file_that_breaks_off_is_said_to_by_its_line(empty: Store, exported: bytes) -> None:
    with pytest.raises(FileRefused, match=r"it breaks off or is damaged at line 3\."):
        import_plan(empty, b"\n".join(exported.splitlines()[:3]), "Cy")


@pytest.mark.parametrize(
    "data",
    [b"", b"\xff\xfe", b"[]", b"null", b'{"format": NaN}', b"[" * 100_000, b'{"format": "blindspot-plan"', b'{"a":1}'],
)
def test_bytes_that_are_no_plan_are_refused(empty: Store, data: bytes) -> None:
    with pytest.raises(FileRefused, match="This is no plan file"):
        import_plan(empty, data, "Cy")


def test_a_number_that_is_none_is_refused(exported: bytes, empty: Store) -> None:
    data = exported.replace(b'"target_seconds": 45.0', b'"target_seconds": NaN')
    with pytest.raises(FileRefused, match=r"at series\[0\].episodes\[0\].target_seconds"):
        import_plan(empty, data, "Cy")


def test_values_nested_in_history_are_refused(exported: bytes, empty: Store) -> None:
    plan = json.loads(exported)
    plan["actions"][0]["edits"][0]["after"]["title"] = [[["deep"]]]
    with pytest.raises(FileRefused, match=r"actions\[0\].edits\[0\].after"):
        import_plan(empty, json.dumps(plan).encode(), "Cy")
