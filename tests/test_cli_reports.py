"""`report`, `proposal`, `series` and `episode`: stable JSON, reports out as they came in, refusals in a sentence."""

from __future__ import annotations

from pathlib import Path

from command_line import Run, answer
from places import ROOT

SAMPLE = ROOT / "data" / "sample"
REPORT, SECOND, ARTICLE = (SAMPLE / name for name in ("research_report.md", "second_report.md", "article_plain.txt"))
KEYS = ["id", "title", "topic", "claims", "sources", "origins", "proposals", "episodes", "signals", "missing", "flags"]


def lines(text: str) -> list[str]:
    return [line.rstrip() for line in text.splitlines() if line.strip()]


def test_reports_come_in_with_their_counts_and_flags_and_one_that_is_none_is_refused(blindspot: Run) -> None:
    said = answer(blindspot("report", "import", REPORT, SECOND, ARTICLE, "--json", status=1))
    first, second = said["reports"]
    assert [key for key in KEYS if key not in first] == []
    assert [first[key] for key in KEYS[3:9]] == [4, 9, 9, 1, 2, 3]
    assert (first["id"], first["missing"], second["missing"]) == ("1", [], ["findings", "relation", "series"])
    assert {"conflict", "arithmetic", "unrated", "same_article"} <= {flag["code"] for flag in first["flags"]}
    [refused] = said["refused"]
    assert refused["file"] == str(ARTICLE)
    assert "none of the sections of a research report" in refused["reason"]


def test_missing_sections_and_flags_are_no_refusals(blindspot: Run) -> None:
    said = blindspot("report", "import", SECOND).stdout
    assert "without findings, relation, series" in said
    assert blindspot("report", "import", SECOND).stdout.startswith(f"{SECOND}: unchanged")


def test_a_report_goes_out_as_it_came_in(blindspot: Run, tmp_path: Path) -> None:
    blindspot("report", "import", REPORT)
    out = tmp_path / "out.md"
    blindspot("report", "export", "1", "-o", out)
    written = out.read_text(encoding="utf-8")
    assert lines(written) == lines(REPORT.read_text(encoding="utf-8"))
    assert blindspot("report", "export", "1").stdout == written
    assert answer(blindspot("report", "import", out, "--json"))["reports"][0]["outcome"] == "unchanged"


def test_what_is_not_there_is_said(blindspot: Run, tmp_path: Path) -> None:
    for wrong in ("1", "x"):
        assert "There is no report" in blindspot("report", "export", wrong, status=1).stderr
    blindspot("report", "import", REPORT)
    assert "could not be written" in blindspot("report", "export", "1", "-o", tmp_path / "no" / "x.md", status=1).stderr
    assert "There is no topic" in blindspot("report", "import", REPORT, "--topic", "none", status=1).stderr


def test_it_is_about_the_topic_that_is_named(blindspot: Run, tmp_path: Path) -> None:
    codebook = tmp_path / "other.toml"
    codebook.write_text('[topic]\nname = "Other"\nterms = ["no such word"]\n', encoding="utf-8")
    blindspot("codebook", "load", codebook)
    blindspot("report", "import", REPORT, "--topic", "Other")
    assert [one["topic"] for one in answer(blindspot("report", "list", "--json"))["reports"]] == ["Other"]


def test_what_a_report_plans_is_listed(blindspot: Run) -> None:
    blindspot("report", "import", REPORT)
    [proposal] = answer(blindspot("proposal", "list", "--json"))["proposals"]
    assert [proposal[key] for key in ("status", "angle", "claims", "risks", "visuals")] == ["idea", None, 3, 3, 3]
    assert proposal["thesis"] == proposal["thesis"].strip() != ""
    [series] = answer(blindspot("series", "list", "--json"))["series"]
    episodes = answer(blindspot("episode", "list", "--json"))["episodes"]
    assert [(one["series"], one["position"], one["proposal"]) for one in episodes] == [
        (series["id"], 1, None),
        (series["id"], 2, proposal["id"]),
    ]
    assert {(one["status"], one["shots"], one["seconds"]) for one in episodes} == {("planned", 0, 0)}


def test_the_sample_is_in_no_list(sampled: Run) -> None:
    for what, key in (("report", "reports"), ("proposal", "proposals"), ("series", "series"), ("episode", "episodes")):
        assert answer(sampled(what, "list", "--json")) == {key: []}
