"""Reports and articles by commands alone: in by content, out word for word, with what each is worth and lacks."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from command_line import Run, answer, process, run_on
from sample_documents import ARTICLES, GAP, REPORT, SAMPLE, SECOND_REPORT, TOPIC, lines

URL = re.compile(r"https?://[^\s)|]+")
DEFECTS = {"unrated", "same_article", "conflict", "arithmetic", "secondary", "one_origin"}


def test_a_report_comes_in_with_all_its_parts(reported: Run) -> None:
    told = answer(reported("report", "import", REPORT, "--json"))
    [report] = told["reports"]
    assert isinstance(report["id"], str)
    assert (report["title"].split("：")[0], report["topic"]) == ("Seedance 2.0 的素材账", TOPIC)
    counts = {key: report[key] for key in ("claims", "sources", "origins", "proposals", "episodes", "signals")}
    assert counts == {"claims": 4, "sources": 9, "origins": 9, "proposals": 1, "episodes": 2, "signals": 3}
    assert report["missing"] == []


def test_a_report_says_what_it_lacks_and_comes_in_as_far_as_it_goes(own: Run) -> None:
    [report] = answer(own("report", "import", SECOND_REPORT, "--json"))["reports"]
    assert (report["claims"], report["proposals"], report["episodes"]) == (3, 1, 0)
    assert {"findings", "relation"} <= set(report["missing"])


def test_a_report_goes_out_as_it_came_in(reported: Run, tmp_path: Path) -> None:
    [report] = answer(reported("report", "import", REPORT, "--json"))["reports"]
    told = reported("report", "export", report["id"]).stdout
    text = REPORT.read_text(encoding="utf-8")
    assert lines(told) == lines(text)
    assert URL.findall(told) == URL.findall(text)
    assert (len(lines(told)), len(URL.findall(told)), len(set(URL.findall(told)))) == (174, 19, 10)
    copy = tmp_path / "copy.md"
    reported("report", "export", report["id"], "-o", copy)
    assert lines(copy.read_text(encoding="utf-8")) == lines(text)


def test_an_export_taken_in_again_changes_nothing(reported: Run, tmp_path: Path) -> None:
    [first] = answer(reported("report", "import", REPORT, "--json"))["reports"]
    reported("report", "export", first["id"], "-o", tmp_path / "copy.md")
    [again] = answer(reported("report", "import", tmp_path / "copy.md", "--json"))["reports"]
    assert again["id"] == first["id"]
    assert len(answer(reported("report", "list", "--json"))["reports"]) == 1
    other = run_on(tmp_path / "other.duckdb")
    [moved] = answer(other("report", "import", tmp_path / "copy.md", "--json"))["reports"]
    assert lines(other("report", "export", moved["id"]).stdout) == lines(REPORT.read_text(encoding="utf-8"))


def test_a_report_makes_its_topic_where_none_fits(blindspot: Run) -> None:
    [report] = answer(blindspot("report", "import", REPORT, "--json"))["reports"]
    assert report["topic"]
    assert answer(blindspot("gaps", report["topic"], "--json"))["gaps"] == []


def test_what_is_planned_can_be_listed(reported: Run) -> None:
    [proposal] = answer(reported("proposal", "list", "--json"))["proposals"]
    assert set(proposal) >= {"id", "title", "thesis", "status", "angle", "claims", "risks", "visuals"}
    assert (proposal["status"], proposal["claims"], proposal["risks"], proposal["visuals"]) == ("idea", 3, 3, 3)
    episodes = answer(reported("episode", "list", "--json"))["episodes"]
    assert [(episode["position"], bool(episode["proposal"])) for episode in episodes] == [(1, False), (2, True)]


def test_the_defects_of_a_report_are_found_without_being_told(reported: Run) -> None:
    [report] = answer(reported("report", "import", REPORT, "--json"))["reports"]
    assert {flag["code"] for flag in report["flags"]} >= DEFECTS
    said = "\n".join(flag["text"] for flag in report["flags"])
    for word in ("素材清洗要做到什么程度？", "2027", "2029", "1,333,333", "14,667", "news.example", "云麓研究所"):
        assert word in said, word


def test_articles_come_in_as_sources_with_candidates(own: Run) -> None:
    told = answer(own("source", "import", *ARTICLES, "--json"))
    assert told["refused"] == []
    markdown, plain, page = told["sources"]
    for source in told["sources"]:
        assert set(source) >= {"id", "title", "kind", "origin", "published_on", "topics", "claims", "references"}
        assert isinstance(source["id"], str)
        assert source["claims"] > 0
        assert source["topics"] == [TOPIC]
    assert (markdown["published_on"], markdown["origin"]) == (
        "2026-02-10",
        "https://lab.example.org/posts/seedance-one-week",
    )
    assert (markdown["tables"], markdown["language"], plain["language"]) == (1, "zh", "en")
    assert (plain["published_on"], plain["kind"]) == (None, "unknown")
    assert plain["origin"].startswith("file:")
    assert (page["published_on"], page["origin"]) == ("2026-02-08", "https://weekly.example.com/2026/02/library-opens")
    listed = answer(own("source", "list", "--json"))["sources"]
    assert {source["id"] for source in told["sources"]} <= {source["id"] for source in listed}


def test_nothing_from_an_article_counts_before_a_person_says_so(own: Run) -> None:
    own("source", "import", *ARTICLES)
    gap = answer(own("gaps", TOPIC, "--json"))["gaps"][0]
    assert (gap["angle"], gap["demand_claims"]) == (GAP, 0)
    assert gap["demand_sources"] == 3


def test_the_same_article_again_changes_nothing(own: Run) -> None:
    first = answer(own("source", "import", *ARTICLES, "--json"))["sources"]
    before = answer(own("source", "list", "--json"))
    again = answer(own("source", "import", *ARTICLES, "--json"))["sources"]
    assert [source["id"] for source in again] == [source["id"] for source in first]
    assert answer(own("source", "list", "--json")) == before


def test_a_report_among_articles_is_taken_for_what_it_is(own: Run) -> None:
    own("source", "import", REPORT, ARTICLES[0])
    assert len(answer(own("report", "list", "--json"))["reports"]) == 1


HOSTILE = {
    "front_matter.md": "---\ntitle: a\nsummary: " + "甲" * 4_000_000 + "\n---\n\n正文",
    "bomb.md": "---\na: &a [x, x]\nb: &b [*a, *a, *a]\nc: [*b, *b, *b]\n---\n\n正文",
    "wide.md": "|" + "a|" * 10_000 + "\n|" + "-|" * 10_000 + "\n|" + "b|" * 10_000 + "\n",
    "empty.md": "",
    "noise.pdf": "%PDF-1.7 not really",
}


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_document_is_answered_in_a_sentence(blindspot: Run, tmp_path: Path, name: str) -> None:
    file = tmp_path / name
    file.write_text(HOSTILE[name], encoding="utf-8")
    [refused] = answer(blindspot("source", "import", file, "--json", status=1))["refused"]
    assert refused["file"] == str(file)
    assert 10 < len(refused["reason"]) < 400 and "\n" not in refused["reason"]
    assert answer(blindspot("source", "list", "--json"))["sources"] == []


def test_a_script_in_a_document_is_words(blindspot: Run, tmp_path: Path) -> None:
    text = "# 样例 <script>alert(1)</script>\n\n据示例通讯社报道，价格上升了 15%。[本机](http://127.0.0.1/x) [文件](file:///etc/passwd)\n"
    (tmp_path / "a.md").write_text(text, encoding="utf-8")
    [source] = answer(blindspot("source", "import", tmp_path / "a.md", "--json"))["sources"]
    assert source["claims"] == 1
    listed = json.dumps(answer(blindspot("source", "list", "--json")))
    assert "127.0.0.1" not in listed and "passwd" not in listed


def test_the_first_good_file_comes_in_beside_a_bad_one(blindspot: Run, tmp_path: Path) -> None:
    (tmp_path / "bad.md").write_text(HOSTILE["bomb.md"], encoding="utf-8")
    told = answer(blindspot("source", "import", tmp_path / "bad.md", ARTICLES[0], "--json", status=1))
    assert (len(told["refused"]), len(told["sources"])) == (1, 1)


def test_a_report_is_told_in_utf_8_whatever_the_locale(tmp_path: Path) -> None:
    done = process("--db", tmp_path / "a.duckdb", "report", "import", REPORT, "--json", LANG="C")
    assert done.returncode == 0, done.stderr
    assert "素材账" in json.loads(done.stdout)["reports"][0]["title"]


def test_everything_invented_stands_under_addresses_that_belong_to_nobody() -> None:
    allowed = re.compile(r"https?://([\w-]+\.)*(example|example\.(org|com|net))(/|$)")
    for file in (REPORT, SECOND_REPORT, *ARTICLES, SAMPLE / "hot_topics.md", SAMPLE / "hot_topics.csv"):
        found = URL.findall(file.read_text(encoding="utf-8"))
        assert [url for url in found if not allowed.match(url)] == [], file.name
