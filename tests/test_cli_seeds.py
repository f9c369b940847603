"""The real documents that the product was made for, by commands alone; the tests skip where they are missing."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from command_line import Run, answer
from places import ROOT
from sample_documents import lines
from sixty_works import write_sixty_works

URL = re.compile(r"https?://[^\s)|]+")
TOPIC = "AI 视频"
FRAGMENTS = {"传真人", "传真人图片", "真人图", "据飞轮", "据枯竭"}
TALK = {"本报告", "已有报告", "可信度", "调研报告", "的报告"}


@pytest.fixture(scope="module")
def seeds(shared: Path) -> tuple[Path, Path, Path]:
    found = tuple(sorted((shared / "seeds").glob("*.txt")))
    if len(found) != 3:
        pytest.skip("the three seed documents are not there")
    return found


@pytest.fixture
def read(blindspot: Run, seeds: tuple[Path, Path, Path], tmp_path: Path) -> Run:
    """A database with the starter for AI video, sixty works, the seed report and both articles."""
    report, markdown, plain = seeds
    blindspot("codebook", "load", ROOT / "data" / "codebooks" / "ai_video.toml")
    blindspot("import", write_sixty_works(tmp_path / "sixty.csv"))
    blindspot("report", "import", report)
    blindspot("source", "import", markdown, plain)
    return blindspot


def test_the_report_keeps_every_line_and_address(blindspot: Run, seeds: tuple[Path, Path, Path]) -> None:
    text = seeds[0].read_text(encoding="utf-8")
    [report] = answer(blindspot("report", "import", seeds[0], "--json"))["reports"]
    counts = {key: report[key] for key in ("claims", "sources", "origins", "proposals", "episodes", "signals")}
    assert counts == {"claims": 4, "sources": 9, "origins": 9, "proposals": 1, "episodes": 2, "signals": 3}
    assert report["missing"] == []
    told = blindspot("report", "export", report["id"]).stdout
    assert lines(told) == lines(text)
    assert (len(lines(told)), len(URL.findall(told)), len(set(URL.findall(told)))) == (233, 19, 10)


def test_its_five_defects_are_found(blindspot: Run, seeds: tuple[Path, Path, Path]) -> None:
    [report] = answer(blindspot("report", "import", seeds[0], "--json"))["reports"]
    said = "\n".join(flag["text"] for flag in report["flags"])
    for word in ("2026", "2028", "5,000,000", "57,833", "srtechmedia.com", "数据数量还是质量更重要？", "2 addresses"):
        assert word in said, (word, said)


def test_the_articles_come_in(blindspot: Run, seeds: tuple[Path, Path, Path]) -> None:
    told = answer(blindspot("source", "import", *seeds[1:], "--json"))
    assert told["refused"] == []
    markdown, plain = told["sources"]
    assert (markdown["published_on"], markdown["references"] >= 2, markdown["tables"]) == ("2026-02-10", True, 1)
    assert (plain["published_on"], plain["kind"], plain["language"]) == (None, "unknown", "en")
    assert min(markdown["claims"], plain["claims"]) >= 3


def test_the_gap_is_asked_for(read: Run) -> None:
    [gap] = [one for one in answer(read("gaps", TOPIC, "--json"))["gaps"] if one["angle"] == "data_sustainability"]
    assert (gap["kind"], gap["works"], gap["n"]) == ("nobody", 0, 60)
    assert gap["demand_claims"] == 3
    assert gap["demand_sources"] >= 6


def test_discover_finds_the_data_theme_first(read: Run) -> None:
    told = answer(read("discover", TOPIC, "--json"))
    first = [term["term"] for term in told["terms"][:10]]
    assert first[0] == "数据飞轮", first
    assert {"合成数据", "数据来源", "数据枯竭"} & set(first), first
    assert (FRAGMENTS | TALK) & set(first) == set(), first
    assert "数据飞轮" in told["themes"][0]["terms"]
    assert told["themes"][0]["works"] == 0
