"""Discovery on whole documents: imported as a user imports them, against sixty works that speak of other things."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from time import process_time

import polars as pl
import pytest
from folded_texts import say
from places import OpenStore
from sample_documents import ARTICLES, REPORT, SAMPLE
from sixty_works import write_sixty_works

from blindspot.explore.coverage import measure_coverage
from blindspot.explore.discovery import Discovery, discover
from blindspot.explore.discovery.comparing import Known, compare
from blindspot.explore.filters import Filters
from blindspot.library.candidate_angle import add_candidate_angle
from blindspot.library.codebooks import load_codebook, remove_topic, show_codebook
from blindspot.library.hidden_phrases import hide_phrases, show_hidden_phrases
from blindspot.library.import_files import import_paths
from blindspot.library.sources.import_sources import import_documents
from blindspot.plan.reports.import_reports import import_report
from blindspot.store import Store

BARE = '[topic]\nname = "Seedance 2.0"\nterms = ["seedance", "即梦"]\n'
DATA = {"数据飞轮", "数据枯竭", "数据来源", "合成数据", "训练数据", "数据授权", "数据分成"}
FRAGMENTS = {"传真人", "传真人图片", "传个人", "真人图", "飞轮设计"}
TALK = {"本报告", "已有报告", "可信度", "调研报告", "信息来源", "核心观点", "越来越", "没转起来"}


@dataclass(frozen=True)
class File:
    path: Path
    name: str


def bring(store: Store, folder: Path, report: Path, articles: tuple[Path, ...]) -> int:
    """Bring a topic without angles, the sixty works and the documents; return the topic's id."""
    topic = load_codebook(store, "Ann", BARE)
    import_paths(store, [write_sixty_works(folder / "sixty.csv")])
    import_report(store, report, report.name)
    assert not import_documents(store, [File(path, path.name) for path in articles]).refused
    return topic.topic_id


@pytest.fixture(scope="module")
def invented(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A database with the sample's documents and the sixty works; copied before it is written to."""
    path = tmp_path_factory.mktemp("invented") / "invented.duckdb"
    store = Store(path)
    bring(store, path.parent, REPORT, ARTICLES)
    store.close()
    return path


@pytest.fixture
def told(invented: Path, tmp_path: Path, open_store: OpenStore) -> tuple[Store, int]:
    path = tmp_path / "copy.duckdb"
    path.write_bytes(invented.read_bytes())
    store = open_store(path)
    return store, store.rows("library/topics")[0]["topic_id"]


def first_ten(found: Discovery) -> list[str]:
    return [term.term for term in found.terms[:10]]


def test_invented_documents_put_the_data_theme_first(told: tuple[Store, int]) -> None:
    store, topic_id = told
    found = discover(store, topic_id)
    assert (found.sources, found.works) == (4, 60)
    assert found.terms[0].term in DATA
    assert "数据飞轮" in first_ten(found)
    assert len(DATA & set(first_ten(found))) >= 4, first_ten(found)
    assert (FRAGMENTS | TALK) & {term.term for term in found.terms} == set()
    theme = found.themes[0]
    assert {term.term for term in theme.terms} >= {"数据飞轮", "合成数据", "训练数据"}
    assert (theme.works, theme.angle) == (0, None)
    assert theme.sources >= 2
    assert theme.p < 0.01


def test_the_seeds_put_the_data_flywheel_first(memory_store: Store, tmp_path: Path, shared: Path) -> None:
    report, *articles = sorted((shared / "seeds").glob("*.txt"))
    found = discover(memory_store, bring(memory_store, tmp_path, report, tuple(articles)))
    assert (found.sources, found.works) == (3, 60)
    assert first_ten(found)[0] == "数据飞轮"
    assert {"合成数据", "数据来源", "数据枯竭"} <= set(first_ten(found))
    assert (FRAGMENTS | TALK) & {term.term for term in found.terms} == set()
    assert {"training data", "compute capacity"} <= {term.term for term in found.terms}
    theme = found.themes[0]
    assert {term.term for term in theme.terms} >= {"数据飞轮", "数据枯竭", "数据来源", "合成数据", "数据分成"}
    assert theme.works == 0
    assert theme.expected_works > 10


def test_a_theme_becomes_an_angle_and_the_works_are_labelled(told: tuple[Store, int]) -> None:
    store, topic_id = told
    theme = discover(store, topic_id).themes[0]
    key = add_candidate_angle(store, "Ann", topic_id, theme.name, [*(term.term for term in theme.terms), "教程"])
    [angle] = show_codebook(store, topic_id).angles
    assert (angle.key, angle.name) == (key, {"zh": theme.name})
    _, [covered] = measure_coverage(store, topic_id, Filters())
    assert covered.works > 0
    assert discover(store, topic_id).themes[0].angle == key


def test_hidden_phrases_stay_away_until_they_are_shown_again(told: tuple[Store, int]) -> None:
    store, topic_id = told
    theme = discover(store, topic_id).themes[0]
    folded = {term.folded for term in theme.terms}
    hide_phrases(store, topic_id, list(folded))
    hide_phrases(store, topic_id, list(folded))
    found = discover(store, topic_id)
    assert folded & {term.folded for term in found.terms} == set()
    assert found.hidden == len(folded)
    show_hidden_phrases(store, topic_id)
    assert discover(store, topic_id).themes[0] == theme
    hide_phrases(store, topic_id, list(folded))
    remove_topic(store, topic_id)
    assert store.rows("explore/hidden_phrases", topic_id=topic_id) == []


def test_without_sources_or_without_works_nothing_is_put_forward(told: tuple[Store, int]) -> None:
    store, topic_id = told
    nowhere = discover(store, topic_id, Filters(platforms=("youtube",)))
    assert (nowhere.works, nowhere.terms) == (0, ())
    other = load_codebook(
        store, "Ann", BARE.replace("Seedance 2.0", "other").replace("seedance", "zzz").replace("即梦", "zzzz")
    )
    silent = discover(store, other.topic_id)
    assert (silent.passages, silent.terms, silent.themes) == (0, (), ())


def test_two_hundred_passages_against_five_thousand_works_take_two_seconds() -> None:
    said = [
        each
        for source in ("a", "b")
        for each in say(
            source,
            *[
                f"第{n % 7}代模型的训练数据{'枯竭' * (n % 3)}，数据飞轮{'很慢' * (n % 2)}转到第{n}圈"
                for n in range(100)
            ],
        )
    ]
    titles = [
        f"Seedance 教程第{number}课：三步做出电影感镜头，新手也能学会的提示词 #{number}" for number in range(5_000)
    ]
    texts = pl.Series([each.folded for each in say("works", *titles)])
    compare(said[:20], texts[:20], list(range(20)), Known())
    started = process_time()
    found = compare(said, texts, list(range(5_000)), Known())
    # of the processor: tests share the machine
    assert process_time() - started < 2
    assert found.terms[0].term == "数据飞轮"


def test_of_very_many_works_each_is_counted() -> None:
    said = say("a", *["训练数据很贵", "训练数据不够"] * 200)
    texts = pl.Series(["三步教程"] * 19_999 + ["训练数据"])
    [term] = compare(said, texts, list(range(20_000)), Known()).terms
    assert term.in_works == 1


def test_the_samples_own_codebook_names_the_theme(told: tuple[Store, int]) -> None:
    store, topic_id = told
    load_codebook(store, "Ann", (SAMPLE / "sample_codebook.toml").read_text(encoding="utf-8"))
    theme = discover(store, topic_id).themes[0]
    assert theme.angle == "data_sustainability"
    assert "training data" in {term.term for term in theme.terms}
