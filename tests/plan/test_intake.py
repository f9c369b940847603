"""Documents that are handed in together: an article joins the topic that a report beside it makes."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from places import ROOT

from blindspot.library.codebooks import TopicEntry, list_topics
from blindspot.library.sources.topics import topics_of_source
from blindspot.plan.reports.intake import Intake, bring_in, bring_in_one
from blindspot.store import Store

REPORT = ROOT / "data" / "sample" / "research_report.md"
ARTICLE = "# 一篇旧文\n\n据远山研究所报道，{term} 的素材只有 15% 合格。\n"


@dataclass(frozen=True)
class Given:
    path: Path
    name: str


def test_an_article_handed_in_before_the_report_joins_its_topic(memory_store: Store, tmp_path: Path) -> None:
    [known] = bring_in(memory_store, [Given(REPORT, "report.md")])[1]
    [topic] = list_topics(memory_store)
    assert known.outcome == "added"
    article, empty = tmp_path / "article.md", tmp_path / "empty.md"
    article.write_text(ARTICLE.format(term=topic.topic.terms[0]), encoding="utf-8")
    empty.write_text("", encoding="utf-8")

    fresh = Store(None)
    files = [Given(article, "article.md"), Given(empty, "empty.md"), Given(REPORT, "report.md")]
    result, reports = bring_in(fresh, files)
    assert [source.topics for source in result.sources] == [(topic.name,)]
    assert [report.file for report in reports] == ["report.md"]
    assert [refused.file for refused in result.refused] == ["empty.md"]


def test_an_article_that_came_in_before_its_report_is_in_the_topic_that_the_report_makes(
    memory_store: Store, tmp_path: Path
) -> None:
    [topic] = _topics_of_report()
    article, intake = tmp_path / "article.md", Intake()
    article.write_text(ARTICLE.format(term=topic.topic.terms[0]), encoding="utf-8")
    for file in (Given(article, "article.md"), Given(REPORT, "report.md")):
        bring_in_one(memory_store, file, intake, lambda: False)
    [source] = intake.sources
    assert topics_of_source(memory_store, source.source_id) == [topic.name]
    assert [report.file for report in intake.reports] == ["report.md"]


def _topics_of_report() -> list[TopicEntry]:
    store = Store(None)
    bring_in(store, [Given(REPORT, "report.md")])
    return list_topics(store)
