"""Articles in the library: one source a page, candidates and what they lean on, topics, and nothing twice."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import pytest
from database_rows import execute
from places import SHARED

from blindspot.explore.demand import measure_demand
from blindspot.explore.sources import list_references
from blindspot.labelling.folding import FIELD_BREAK, fold_term
from blindspot.library.check import check_store
from blindspot.library.codebooks import load_codebook, save_codebook, show_codebook
from blindspot.library.sources.claims import decide_claim
from blindspot.library.sources.conflicts import settle_conflict
from blindspot.library.sources.import_sources import DocumentsResult, import_documents
from blindspot.library.sources.origins import find_or_add_source
from blindspot.readers.own_files import files_are_ours
from blindspot.store import Store

CODEBOOK = """
[topic]
name = "云雀 3"
terms = ["云雀3"]
[[angle]]
key = "footage"
name = { zh = "素材来源" }
terms = ["训练素材"]
"""
ARTICLE = """---
title: 素材从哪里来
date: 2026-01-20
source_url: https://www.lark-notes.example/a/1?utm_source=x
---

# 素材从哪里来

据远山研究所发布的报告指出，云雀 3 的训练素材只有 15% 合格。根据[省政府网](https://province.example/doc/1)的规定，
发布者必须标识《短视频标识办法》要求的内容。价格可能上涨。

## 参考信源

1. [没有用到的一篇](https://unused.example/1)
"""


@dataclass(frozen=True)
class Given:
    path: Path
    name: str


def bring(store: Store, folder: Path, text: str = ARTICLE, name: str = "a.md", **options: object) -> DocumentsResult:
    path = folder / "given"
    path.write_text(text, encoding="utf-8")
    with files_are_ours():
        return import_documents(store, [Given(path, name)], **options)


def sources(store: Store) -> dict[str, dict]:
    return {row["name"]: row for row in store.rows("explore/sources", topic_id=None, is_sample=False)}


def claims(store: Store) -> list[dict]:
    return store.rows("explore/claims", topic_id=None, source_id=None, is_sample=False)


def test_an_article_becomes_a_source_with_candidates_and_the_sources_they_lean_on(
    memory_store: Store, tmp_path: Path
) -> None:
    (done,) = bring(memory_store, tmp_path).sources
    assert (done.title, done.claims, done.references, done.is_repeated) == ("素材从哪里来", 3, 3, False)
    assert done.origin == "https://lark-notes.example/a/1"
    found = sources(memory_store)
    assert set(found) == {"素材从哪里来", "远山研究所", "省政府网", "没有用到的一篇"}
    assert found["远山研究所"]["kind"] == "named_only"
    assert found["素材从哪里来"]["urls"] == ["https://www.lark-notes.example/a/1?utm_source=x"]
    rows = claims(memory_store)
    assert {(row["status"], row["grade"]) for row in rows} == {("candidate", "unrated")}
    used = memory_store.rows("explore/claim_uses", claim_ids=[row["claim_id"] for row in rows])
    assert [(use["name"], use["grade"]) for use in used] == [
        ("远山研究所", "unrated"),
        ("省政府网", "unrated"),
        ("素材从哪里来", "unrated"),
    ]


def test_the_same_bytes_change_nothing(memory_store: Store, tmp_path: Path) -> None:
    bring(memory_store, tmp_path)
    before = (sources(memory_store), claims(memory_store))
    (again,) = bring(memory_store, tmp_path, name="other.md").sources
    assert again.is_repeated
    assert (sources(memory_store), claims(memory_store)) == before


def test_a_new_version_takes_the_place_of_the_words_and_keeps_what_was_decided(
    memory_store: Store, tmp_path: Path
) -> None:
    (first,) = bring(memory_store, tmp_path).sources
    kept = claims(memory_store)[0]
    decide_claim(memory_store, "Ann", kept["claim_id"], "accepted")
    (second,) = bring(memory_store, tmp_path, ARTICLE.replace("价格可能上涨。", "价格预计下跌。")).sources
    assert second.source_id == first.source_id
    rows = claims(memory_store)
    assert [row["status"] for row in rows if row["claim_id"] == kept["claim_id"]] == ["accepted"]
    statements = [row["statement"] for row in rows]
    assert "价格预计下跌。" in statements
    assert "价格可能上涨。" not in statements
    assert len(statements) == len(set(statements)) == 3


def test_an_article_that_was_cited_before_is_that_source(memory_store: Store, tmp_path: Path) -> None:
    with memory_store.importing() as tx:
        cited = find_or_add_source(tx, "云雀笔记", "https://m.lark-notes.example/a/1", is_sample=False)
    (done,) = bring(memory_store, tmp_path).sources
    assert done.source_id == cited
    assert sources(memory_store)["素材从哪里来"]["urls"] == [
        "https://m.lark-notes.example/a/1",
        "https://www.lark-notes.example/a/1?utm_source=x",
    ]


def test_a_source_joins_the_topics_whose_terms_it_uses_and_asks_for_their_angles(
    memory_store: Store, tmp_path: Path
) -> None:
    topic = load_codebook(memory_store, "Ann", CODEBOOK)
    other = load_codebook(memory_store, "Ann", CODEBOOK.replace("云雀 3", "别的").replace("云雀3", "没有的词"))
    (done,) = bring(memory_store, tmp_path).sources
    assert done.topics == ("云雀 3",)
    assert measure_demand(memory_store, topic.topic_id)["footage"].origins == 1
    (again,) = bring(memory_store, tmp_path, topic_id=other.topic_id).sources
    assert again.topics == ("云雀 3", "别的")


def test_a_changed_term_moves_sources_and_leaves_a_persons_word(memory_store: Store, tmp_path: Path) -> None:
    topic = load_codebook(memory_store, "Ann", CODEBOOK)
    put = load_codebook(memory_store, "Ann", CODEBOOK.replace("云雀 3", "别的").replace("云雀3", "没有的词"))
    bring(memory_store, tmp_path, topic_id=put.topic_id)
    for entry in (topic, put):
        codebook = show_codebook(memory_store, entry.topic_id)
        changed = codebook.topic.__class__(codebook.topic.name, ("第三个词",))
        save_codebook(memory_store, "Ann", entry.topic_id, codebook.__class__(changed, codebook.angles))
    rows = memory_store.rows("library/topics_of_source", source_id=1)
    assert [row["name"] for row in rows] == ["别的"]


def test_a_refused_file_does_not_stop_the_others(memory_store: Store, tmp_path: Path) -> None:
    good, bad = tmp_path / "good", tmp_path / "bad"
    good.write_text(ARTICLE, encoding="utf-8")
    bad.write_bytes(b"")
    result = import_documents(
        memory_store, [Given(bad, "bad.md"), Given(tmp_path / "none", "none.md"), Given(good, "good.md")]
    )
    assert [one.file for one in result.refused] == ["bad.md", "none.md"]
    assert [one.file for one in result.sources] == ["good.md"]


def test_a_report_is_handed_back_and_not_stored_as_an_article(memory_store: Store, tmp_path: Path) -> None:
    from documents.report_texts import CHINESE

    result = bring(memory_store, tmp_path, CHINESE, "report.md")
    assert result.sources == []
    (found,) = result.reports
    assert found.document.report
    assert {"head", "claims"} <= {passage.part for passage in found.document.passages}
    assert found.document.candidates == ()
    assert sources(memory_store) == {}


def test_pictures_and_tables_are_kept_in_order(memory_store: Store, tmp_path: Path) -> None:
    text = "# T\n\n| a | b |\n|--|--|\n| 1 | |\n\n*note*\n\n![x](https://p.example/a b.png)\n"
    (done,) = bring(memory_store, tmp_path, text).sources
    assert done.tables == 1
    assert execute(memory_store, "select cells, footnote from library.source_tables") == [
        ([["a", "b"], ["1", ""]], "note")
    ]
    assert execute(memory_store, "select url, alt from library.source_media") == [("https://p.example/a b.png", "x")]
    folded = execute(memory_store, "select text, search_text from library.passages where kind = 'heading'")
    assert [(text, search.strip(FIELD_BREAK)) for text, search in folded] == [("T", fold_term("T"))]


@pytest.mark.skipif(not SHARED.is_dir(), reason="the folder of real files is not beside this checkout")
def test_the_seed_articles_give_what_the_model_of_them_says(memory_store: Store) -> None:
    files = [Given(path, path.name) for path in sorted((SHARED / "seeds").glob("00[23]_*.txt"))]
    chinese, english = import_documents(memory_store, files).sources
    assert (chinese.tables, chinese.references, chinese.language) == (1, 7, "zh")
    assert (english.title.count("Compute Restraints"), english.references, english.language) == (1, 0, "en")
    found = sources(memory_store)
    assert [name for name, row in found.items() if row["kind"] == "named_only"] == [
        "工信部赛迪研究院",
        "国家互联网信息办公室（CAC）",
        "新华社",
        "Gartner",
        "中国信息通信研究院（CAICT）",
    ]
    assert [row["kind"] for row in found.values() if any(".gov.cn" in url for url in row["urls"])] == [
        "official",
        "regulator",
    ]
    rows = claims(memory_store)
    said = {row["said_by"]: row for row in rows if "15%" in row["statement"] or "40%" in row["statement"]}
    assert set(said) == {"新华社", "工信部赛迪研究院"}
    assert {row["kind"] for row in said.values()} == {"measurement"}
    foreign = [row for row in rows if row["source_id"] == english.source_id]
    assert sum(len(row["hedges"]) for row in foreign) == 11
    figures = memory_store.rows("explore/claim_figures", claim_ids=[row["claim_id"] for row in foreign])
    assert [(row["value"], row["unit"]) for row in figures] == [(1.5e9, "USD"), (8e7, "USD")]


def test_what_an_article_lists_is_known_though_no_candidate_leans_on_it(memory_store: Store, tmp_path: Path) -> None:
    (done,) = bring(memory_store, tmp_path).sources
    listed = list_references(memory_store, done.source_id)
    assert {reference.name: (reference.url, reference.uses) for reference in listed} == {
        "没有用到的一篇": ("https://unused.example/1", 0),
        "远山研究所": (None, 1),
        "省政府网": ("https://province.example/doc/1", 1),
    }
    bring(memory_store, tmp_path, ARTICLE.replace("https://unused.example/1", "https://other.example/2"))
    urls = [reference.url for reference in list_references(memory_store, done.source_id)]
    assert "https://unused.example/1" not in urls
    assert "https://other.example/2" in urls


def version(number: int, said: str) -> str:
    head = f"---\ntitle: 第{number}篇\nsource_url: https://notes.example/{number}\n---\n\n# 第{number}篇\n\n"
    return f"{head}据远山研究所发布的报告，{said}。\n"


FIRST, OTHER = "公开的高质量视频数据将在 2027 年前耗尽", "公开的高质量视频数据将在 2029 年用尽"


def conflicts(store: Store) -> list[tuple[str, str]]:
    return execute(store, "select status, settlement from library.conflicts order by conflict_id")


def broken(store: Store) -> list[str]:
    return [one.rule for one in check_store(store) if one.violations]


def test_a_later_version_takes_its_open_conflicts_along_and_finds_those_that_stand_again(
    memory_store: Store, tmp_path: Path
) -> None:
    bring(memory_store, tmp_path, version(1, FIRST))
    bring(memory_store, tmp_path, version(2, OTHER))
    assert conflicts(memory_store) == [("open", "")]
    bring(memory_store, tmp_path, version(1, f"{FIRST}。价格涨了 12%"))
    assert conflicts(memory_store) == [("open", "")]
    assert broken(memory_store) == []
    bring(memory_store, tmp_path, version(1, "公开的高质量视频数据够用"))
    assert conflicts(memory_store) == []
    assert broken(memory_store) == []


@pytest.mark.parametrize("later", ["{}。价格涨了 12%", "公开的高质量视频数据够用"])
def test_a_settled_conflict_outlives_later_versions_of_either_side(
    memory_store: Store, tmp_path: Path, later: str
) -> None:
    bring(memory_store, tmp_path, version(1, FIRST))
    bring(memory_store, tmp_path, version(2, OTHER))
    [(conflict_id,)] = execute(memory_store, "select conflict_id from library.conflicts")
    settle_conflict(memory_store, conflict_id, "一个说公开的，一个说全部")
    bring(memory_store, tmp_path, version(1, later.format(FIRST)))
    bring(memory_store, tmp_path, version(2, later.format(OTHER)))
    assert conflicts(memory_store) == [("settled", "一个说公开的，一个说全部")]
    assert broken(memory_store) == []
