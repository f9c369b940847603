"""Documents that are handed in together: an article joins the topic that a report beside it makes."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from places import ROOT

from blindspot.library.codebooks import list_topics
from blindspot.plan.reports.intake import bring_in
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

    fresh, heard = Store(None), []
    files = [Given(article, "article.md"), Given(empty, "empty.md"), Given(REPORT, "report.md")]
    result, reports = bring_in(fresh, files, tell=lambda file: heard.append(file.name))
    assert [source.topics for source in result.sources] == [(topic.name,)]
    assert [report.file for report in reports] == ["report.md"]
    assert [refused.file for refused in result.refused] == ["empty.md"]
    assert heard == ["article.md", "empty.md", "report.md"]
