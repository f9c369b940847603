"""Demand counts independent origins, claims and questions apart, and orders gaps of one kind by them."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import pytest
from command_line import Run, answer
from douyin_exports import bring, load, row

from blindspot.explore.demand import Demand, demand_material, measure_demand
from blindspot.explore.filters import Filters
from blindspot.explore.gaps import find_gaps
from blindspot.library.label_demand import set_demand_label
from blindspot.library.sources.import_sources import import_documents
from blindspot.store import Store


@dataclass(frozen=True)
class File:
    path: Path
    name: str


def article(store: Store, path: Path, url: str, text: str, day: str = "2026-02-09") -> int:
    head = f"---\ntitle: {path.stem}\nurl: {url}\npublished: {day}\n---\n\n"
    path.write_text(f"{head}# {path.stem}\n\n{text}\n", encoding="utf-8")
    result = import_documents(store, [File(path, path.name)])
    assert not result.refused, [str(one.reason) for one in result.refused]
    return result.sources[0].source_id


@pytest.fixture
def topic(memory_store: Store, tmp_path: Path) -> int:
    topic_id = load(memory_store, angles={"demo": ["演示"], "risk": (["风险"], ["风险投资"]), "law": ["法规"]})
    bring(memory_store, tmp_path / "works.csv", [row(1, "样例 演示")])
    return topic_id


def test_an_article_asks_where_a_passage_holds_the_term_and_no_exclusion(
    memory_store: Store, topic: int, tmp_path: Path
) -> None:
    article(memory_store, tmp_path / "one.md", "https://one.example/a", "样例的风险值得一谈。\n\n风险投资在增加。")
    article(memory_store, tmp_path / "two.md", "https://two.example/a", "样例引来风险投资。")
    demand = measure_demand(memory_store, topic)["risk"]
    assert (demand.origins, demand.origins_by_grade) == (1, {"unrated": 1})
    assert str(demand.newest_on) == "2026-02-09"
    assert demand_material(memory_store, topic).sources == 2


def test_one_article_under_two_hosts_is_one_origin(memory_store: Store, topic: int, tmp_path: Path) -> None:
    article(memory_store, tmp_path / "one.md", "https://news.example/p/1", "样例的风险。")
    article(memory_store, tmp_path / "two.md", "https://m.news.example/p/1", "样例的风险，另一处。")
    assert measure_demand(memory_store, topic)["risk"].origins == 1


def test_a_persons_no_takes_a_source_out(memory_store: Store, topic: int, tmp_path: Path) -> None:
    source_id = article(memory_store, tmp_path / "one.md", "https://one.example/a", "样例的风险。")
    set_demand_label(memory_store, topic, "risk", "source", source_id, False)
    assert measure_demand(memory_store, topic)["risk"] == Demand()


def test_within_a_kind_what_more_origins_ask_for_comes_first(memory_store: Store, topic: int, tmp_path: Path) -> None:
    def order() -> list[str]:
        return [gap.angle.angle for gap in find_gaps(memory_store, topic, 0.15, Filters()).gaps]

    assert order() == ["risk", "law", "demo"]
    article(memory_store, tmp_path / "one.md", "https://one.example/a", "样例的法规来了。")
    assert order() == ["law", "risk", "demo"]


def test_parts_add_up_and_the_command_says_the_same(sample_store: Store, sample_topic: int, sampled: Run) -> None:
    found = measure_demand(sample_store, sample_topic)
    for demand in found.values():
        assert sum(demand.origins_by_grade.values()) == demand.origins
    gaps = {one["angle"]: one for one in answer(sampled("gaps", str(sample_topic), "--json"))["gaps"]}
    for key, demand in found.items():
        counts = [gaps[key][f"demand_{part}"] for part in ("sources", "claims", "questions")]
        assert counts == [demand.origins, demand.claims, demand.questions]
    assert found["data_sustainability"].origins >= 3
