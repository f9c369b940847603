"""Handing over: every format under a safe name, a zip with a true manifest, and JSON that brings all of it back."""

from __future__ import annotations

import io
import re
import shutil
import zipfile
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime
from hashlib import sha256
from pathlib import Path

import orjson
import pytest
from database_rows import execute

from blindspot.domain import Episode, SupportingClaim
from blindspot.editing import Change, change
from blindspot.errors import BlindspotError, NotFound
from blindspot.plan import handover
from blindspot.plan.handover import FORMATS, PROPOSAL_FORMATS, hand_over, hand_over_proposal
from blindspot.plan.loading import load_episode, load_proposal
from blindspot.plan.plan_file import import_plan
from blindspot.plan.reports.import_reports import import_report
from blindspot.plan.sample import FOLDER
from blindspot.plan.series import add_episode, add_series
from blindspot.plan.storyboards.formats import set_format
from blindspot.plan.storyboards.shots import add_shots
from blindspot.store import Store
from blindspot.writers import Options

OPTIONS = Options("zh", now=datetime(2027, 3, 1, 8, 30, 15, tzinfo=UTC))
HOSTILE_TITLES = ("../../etc/passwd", "CON", "长" * 300, "a\u202egpj.exe", "C:\\x\\y", "...", "😀")


@pytest.fixture(scope="module")
def planned(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A plan from the sample's report, its second episode with six shots of 45 seconds."""
    path = tmp_path_factory.mktemp("planned") / "blindspot.duckdb"
    store = Store(path)
    import_report(store, FOLDER / "research_report.md", "research_report.md")
    add_shots(store, "林", second(store), [shot(n) for n in range(1, 7)])
    store.close()
    return path


@pytest.fixture
def store(planned: Path, tmp_path: Path) -> Iterator[Store]:
    """A copy of that plan of one's own."""
    store = Store(Path(shutil.copy(planned, tmp_path)))
    yield store
    store.close()


def second(store: Store) -> int:
    return int(store.rows("plan/listed_episodes")[1]["id"])


def shot(number: int) -> dict:
    texts = {"picture": f"第 {number} 个画面", "narration": f"第 {number} 句", "on_screen_text": "=字幕", "size": "CU"}
    return {"frames": 225, **texts, "claim_ids": [1] if number == 2 else []}


def rename(store: Store, episode: Episode, title: str) -> None:
    fields = Change("episode", str(episode.episode_id), episode.rev, {"title": title})
    change(store, "林", f"episode:{episode.episode_id}", [fields])


def manifest_of(content: bytes) -> tuple[zipfile.ZipFile, dict]:
    archive = zipfile.ZipFile(io.BytesIO(content))
    return archive, orjson.loads(archive.read("manifest.json"))


@pytest.mark.parametrize("format", FORMATS)
def test_every_format_is_made(store: Store, format: str) -> None:
    made = hand_over(store, second(store), format, OPTIONS)
    assert made.content and not made.missing
    assert re.fullmatch(r"[\w .-]{1,80}", made.name)
    assert made.name.startswith("Seedance 2.0") and " 02 " in made.name


@pytest.mark.parametrize("format", PROPOSAL_FORMATS)
def test_every_format_of_a_proposal_is_made(store: Store, format: str) -> None:
    [row] = store.rows("plan/listed_proposals")
    made = hand_over_proposal(store, row["id"], format, OPTIONS)
    assert made.content and made.name.endswith(f".{format}")


def test_without_a_language_the_headings_are_in_that_of_the_title(store: Store) -> None:
    episode = load_episode(store, second(store))
    assert "## 分镜表" in hand_over(store, episode.episode_id, "md").content.decode()
    rename(store, episode, "The pantry of AI video")
    assert "## Storyboard" in hand_over(store, episode.episode_id, "md").content.decode()


def test_the_manifest_names_every_file_with_its_sum(store: Store) -> None:
    archive, manifest = manifest_of(hand_over(store, second(store), "zip", OPTIONS).content)
    files = {entry["file"]: entry for entry in manifest["files"]}
    assert ["manifest.json", *files] == archive.namelist()
    assert archive.testzip() is None
    for name, entry in files.items():
        content = archive.read(name)
        assert (entry["bytes"], entry["sha256"]) == (len(content), sha256(content).hexdigest())
    formats = {entry["format"] for entry in files.values()}
    assert formats >= set(FORMATS) - {"zip"}
    assert any(format.startswith("prompts ") for format in formats)
    assert (manifest["missing"], manifest["made_at"]) == ([], "2027-03-01T08:30:15+00:00")


def test_the_same_plan_at_the_same_time_has_the_same_files(store: Store) -> None:
    first, second_time = (manifest_of(hand_over(store, second(store), "zip", OPTIONS).content)[1] for _ in range(2))
    assert [entry["file"] for entry in first["files"]] == [entry["file"] for entry in second_time["files"]]


def test_the_calendar_of_the_series_goes_along_once_a_day_is_known(store: Store) -> None:
    episode = load_episode(store, second(store))
    before, _ = manifest_of(hand_over(store, 2, "zip", OPTIONS).content)
    assert not any(name.endswith(".ics") for name in before.namelist())
    fields = {"planned_on": date(2027, 3, 8).isoformat()}
    change(store, "林", "series:1", [Change("episode", str(episode.episode_id), episode.rev, fields)])
    archive, _ = manifest_of(hand_over(store, 2, "zip", OPTIONS).content)
    [name] = [name for name in archive.namelist() if name.endswith(".ics")]
    assert b"20270308" in archive.read(name)


def test_no_title_leads_out_of_the_zip(store: Store) -> None:
    for title in HOSTILE_TITLES:
        rename(store, load_episode(store, second(store)), title)
        name = hand_over(store, second(store), "edl", OPTIONS).name
        assert re.fullmatch(r"[\w一-龥 .-]{1,80}", name) and not name.startswith((".", " "))
    made = hand_over(store, second(store), "zip", OPTIONS)
    names = [made.name, *manifest_of(made.content)[0].namelist()]
    assert len(set(names)) == len(names)
    assert all(re.fullmatch(r"[\w一-龥 .-]{1,80}", name) for name in names)


def test_a_zip_of_an_empty_storyboard_says_what_is_missing(store: Store) -> None:
    first = store.rows("plan/listed_episodes")[0]["id"]
    made = hand_over(store, first, "zip", OPTIONS)
    _, manifest = manifest_of(made.content)
    assert {entry["format"] for entry in manifest["files"]} == {"md", "docx", "pdf", "json"}
    assert {entry["format"] for entry in manifest["missing"]} == set(FORMATS) - {"md", "docx", "pdf", "json", "zip"}
    assert all("has no shots yet" in entry["reason"] for entry in manifest["missing"])
    assert len(made.missing) == len(manifest["missing"])


def test_a_writer_that_breaks_costs_only_its_own_format(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object) -> bytes:
        raise RuntimeError("a fault of ours")

    spoilt = tuple(replace(each, write=broken) if each.format == "edl" else each for each in handover.WRITERS)
    monkeypatch.setattr(handover, "WRITERS", spoilt)
    made = hand_over(store, second(store), "zip", OPTIONS)
    _, manifest = manifest_of(made.content)
    assert [entry["format"] for entry in manifest["missing"]] == ["edl"]
    assert "a fault of ours" not in manifest["missing"][0]["reason"]
    assert [str(message).split(" ")[0] for message in made.missing] == ["edl"]


def test_the_json_of_an_episode_brings_all_of_it_into_an_empty_database(store: Store) -> None:
    content = hand_over(store, second(store), "json", OPTIONS).content
    other = Store(None)
    import_plan(other, content, "林")
    [row] = other.rows("plan/listed_episodes")
    there, here = load_episode(other, row["id"]), load_episode(store, second(store))
    assert plain(there) == plain(here)
    assert [shot.shot_id for shot in there.shots] == [shot.shot_id for shot in here.shots]
    assert (there.uid, there.series) == (here.uid, here.series)
    other.close()


def test_the_json_of_a_proposal_holds_that_one_and_no_talk(store: Store) -> None:
    [row] = store.rows("plan/listed_proposals")
    content = hand_over_proposal(store, row["id"], "json", OPTIONS).content
    told = orjson.loads(content)
    assert (len(told["proposals"]), told["series"], told["actions"], told["drafts"]) == (1, [], [], [])
    other = Store(None)
    import_plan(other, content, "林")
    there, here = load_proposal(other, row["id"]), load_proposal(store, row["id"])
    assert numberless(there.claims) == numberless(here.claims)
    other.close()


def test_what_is_not_there_or_empty_is_refused_in_a_sentence(store: Store) -> None:
    with pytest.raises(NotFound, match="no episode 99"):
        hand_over(store, 99, "zip")
    with pytest.raises(NotFound, match="no proposal x"):
        hand_over_proposal(store, "x", "md")
    with pytest.raises(BlindspotError, match="has no shots yet"):
        hand_over(store, store.rows("plan/listed_episodes")[0]["id"], "otio", OPTIONS)


def plain(episode: Episode) -> Episode:
    """Return an episode without what each database counts for itself: ids of rows and claims, places, revisions."""
    shots = tuple(
        replace(shot, rev=1, claims=tuple(replace(claim, claim_id=0) for claim in shot.claims))
        for shot in episode.shots
    )
    proposal = replace(episode.proposal, claims=numberless(episode.proposal.claims))
    return replace(episode, episode_id=0, number=0, rev=0, shots=shots, proposal=proposal)


def numberless(claims: tuple[SupportingClaim, ...]) -> tuple[SupportingClaim, ...]:
    return tuple(replace(each, claim=replace(each.claim, claim_id=0) if each.claim else None) for each in claims)


def written_for(store: Store, works: list[str], **plan: object) -> str:
    """Return the brief of an episode about a topic with works on these platforms."""
    for key, platform in enumerate(works, 1):
        row = (7, key, key, platform, False, False)
        execute(
            store,
            "insert into library.scope_facts (topic_id, work_key, creator_key, platform, has_transcript, is_labelled)"
            " values (?, ?, ?, ?, ?, ?)",
            *row,
        )
    series_id = add_series(store, "林", "露营", 7)
    episode_id = add_episode(store, "林", series_id, "帐篷")
    if plan:
        episode = load_episode(store, episode_id)
        set_format(store, "林", episode_id, episode.rev, plan)
    return hand_over(store, episode_id, "md", OPTIONS).content.decode()


@pytest.mark.parametrize(
    ("works", "plan", "said"),
    [
        (["xiaohongshu"], {}, "小红书"),
        (["xiaohongshu", "xiaohongshu"], {}, "小红书"),
        (["bilibili"], {"platform": "douyin"}, "抖音"),
        (["xiaohongshu", "douyin"], {}, None),
        ([], {}, None),
    ],
)
def test_the_platform_is_that_of_the_works_unless_somebody_chose_one(
    works: list[str], plan: dict, said: str | None, memory_store: Store
) -> None:
    found = re.search(r"\*\*平台\*\*：(\S+)", written_for(memory_store, works, **plan))
    assert (found[1] if found else None) == said
