"""The commands as scripts use them: stable JSON keys, ids as text, days as ISO, UTF-8 wherever it goes."""

from __future__ import annotations

import json
import re
import shutil
from datetime import date, datetime
from pathlib import Path

import pytest
from command_line import Run, answer, process
from douyin_exports import FIRST_ID, codebook, row, write_csv

SEED = "data_sustainability"


def test_a_first_week_by_commands_alone(blindspot: Run, tmp_path: Path) -> None:
    rows = [
        row(1, "样例 演示"),
        row(2, "样例 风险", creator="c2"),
        row(3, "样例", creator="c2"),
        row(3, "样例", creator="c2"),
    ]
    (tmp_path / "book.toml").write_text(codebook(), encoding="utf-8")
    assert blindspot("codebook", "load", tmp_path / "book.toml").stdout == "样例话题: 2 angles, version 1\n"
    told = answer(blindspot("import", write_csv(tmp_path / "a.csv", rows), "--json"))
    assert told["refused"] == []
    [one] = told["imports"]
    assert set(one) >= {
        "file",
        "sha256",
        "reader",
        "rows_read",
        "works_added",
        "works_updated",
        "works_unchanged",
        "duplicates_in_file",
        "snapshots_added",
        "rows_rejected",
        "rejected",
    }
    assert re.fullmatch("[0-9a-f]{64}", one["sha256"])
    assert (one["rows_read"], one["works_added"], one["duplicates_in_file"], one["reader"]) == (4, 3, 1, "mediacrawler")
    [again] = answer(blindspot("import", tmp_path / "a.csv", "--json"))["imports"]
    assert (again["works_added"], again["works_unchanged"], again["rows_read"]) == (0, 3, 4)
    assert "3 unchanged" in blindspot("import", tmp_path / "a.csv").stdout
    [creator, _] = answer(blindspot("creator", "list", "--json"))["creators"]
    assert isinstance(creator["id"], str) and (creator["works"], creator["role"]) == (2, "competitor")
    blindspot("creator", "role", creator["id"], "ignored")
    assert answer(blindspot("coverage", "样例话题", "--json"))["works"] == 1
    blindspot("creator", "role", "douyin:c2", "own")
    gaps = answer(blindspot("gaps", "样例话题", "--json"))["gaps"]
    assert {gap["angle"]: gap["kind"] for gap in gaps} == {"demo": "ours", "risk": "nobody"}
    assert all(line.startswith("    ok  ") for line in blindspot("check").stdout.splitlines())


def test_the_keys_of_coverage(sampled: Run) -> None:
    told = answer(sampled("coverage", "Seedance 2.0", "--json"))
    assert set(told) >= {
        "topic",
        "works",
        "creators",
        "unlabelled",
        "from",
        "to",
        "platforms",
        "fields",
        "works_with_transcript",
        "angles",
    }
    assert (told["works"], told["creators"], told["unlabelled"]) == (23, 8, 2)
    assert (told["from"], told["to"], told["platforms"]) == ("2026-02-01", "2026-02-11", ["douyin"])
    [seed] = [angle for angle in told["angles"] if angle["angle"] == SEED]
    assert set(seed) >= {
        "angle",
        "name",
        "works",
        "creators",
        "share",
        "share_low",
        "share_high",
        "share_high_clustered",
        "creator_share",
        "creator_share_low",
        "creator_share_high",
        "lift",
        "first_published",
        "last_published",
    }
    assert (seed["works"], seed["share"], seed["share_low"]) == (0, 0, 0)
    assert seed["share_high"] == pytest.approx(0.122, abs=5e-4)
    assert seed["first_published"] is None and seed["lift"] is None
    days = [angle["first_published"] for angle in told["angles"] if angle["first_published"]]
    assert days and all(date.fromisoformat(day) for day in days)


@pytest.mark.parametrize("by", ["creator", "platform", "week"])
def test_the_cells_of_coverage(sampled: Run, by: str) -> None:
    told = answer(sampled("coverage", "Seedance 2.0", "--by", by, "--json"))
    assert all(set(cell) >= {"angle", by, "works", "creators"} for cell in told["cells"])
    totals = {angle["angle"]: angle["works"] for angle in told["angles"]}
    assert {key: sum(cell["works"] for cell in told["cells"] if cell["angle"] == key) for key in totals} == totals
    if by == "week":
        assert all(date.fromisoformat(cell["week"]).isoweekday() == 1 for cell in told["cells"])
    lines = sampled("coverage", "Seedance 2.0", "--by", by).stdout.splitlines()
    assert len(lines) == 1 + len(totals) + len(told["cells"])


def test_coverage_within_days_and_platforms(sampled: Run) -> None:
    days = ("--from", "2026-02-05", "--to", "2026-02-09")
    told = answer(sampled("coverage", "Seedance 2.0", *days, "--platform", "douyin", "--platform", "youtube", "--json"))
    assert 0 < told["works"] < 23
    assert (told["from"], told["to"]) == ("2026-02-05", "2026-02-09")
    nothing = answer(sampled("coverage", "Seedance 2.0", "--platform", "youtube", "--json"))
    assert (nothing["works"], nothing["platforms"]) == (0, [])
    assert "douyin" in sampled("coverage", "Seedance 2.0", "--platform", "duoyin", status=2).stderr
    assert (
        {angle["share"] for angle in nothing["angles"]}
        == {angle["share_high"] for angle in nothing["angles"]}
        == {None}
    )


def test_the_seeds_sentence_comes_from_gaps(sampled: Run) -> None:
    told = answer(sampled("gaps", "Seedance 2.0", "--lang", "en", "--json"))
    assert set(told) >= {"topic", "line", "gaps"}
    assert told["line"] == 0.15
    seed = told["gaps"][0]
    assert set(seed) >= {
        "angle",
        "name",
        "kind",
        "evidence",
        "works",
        "n",
        "creators",
        "n_creators",
        "share_high",
        "share_high_clustered",
        "demand_sources",
        "demand_claims",
        "demand_questions",
        "statement",
    }
    assert (seed["angle"], seed["kind"], seed["evidence"]) == (SEED, "nobody", "weak")
    assert (seed["works"], seed["n"], seed["creators"], seed["n_creators"]) == (0, 23, 0, 8)
    assert seed["share_high"] == pytest.approx(0.122, abs=5e-4)
    assert 0.16 <= seed["share_high_clustered"] <= 0.18
    assert (seed["demand_sources"], seed["demand_claims"], seed["demand_questions"]) == (11, 4, 6)
    for word in ("0 of 23", "8 creators", "title, text", "hashtags", "1–11 Feb", "18", "95 %", "weak"):
        assert word in seed["statement"].replace("\u00a0", " ").replace("\u202f", " "), (word, seed["statement"])
    chinese = answer(sampled("gaps", "Seedance 2.0", "--lang", "zh", "--json"))["gaps"][0]["statement"]
    assert "23" in chinese and re.search("[一-龥]", chinese)


def test_the_line_of_gaps(sampled: Run) -> None:
    told = answer(sampled("gaps", "Seedance 2.0", "--line", "0.1", "--json"))
    assert told["line"] == 0.1
    assert {gap["kind"] for gap in told["gaps"]} == {"nobody", "covered"}
    assert {gap["evidence"] for gap in told["gaps"] if gap["kind"] == "covered"} == {None}
    assert sampled("gaps", "Seedance 2.0").stdout.startswith("nobody   weak      data_sustainability: ")


def test_the_works_behind_a_number(sampled: Run) -> None:
    told = answer(sampled("works", "Seedance 2.0", "--angle", "tutorial", "--json"))
    assert len(told["works"]) == 7
    for work in told["works"]:
        assert set(work) >= {"platform", "work_id", "creator", "title", "published_at", "angles"}
        assert isinstance(work["work_id"], str) and len(work["work_id"]) == 19
        assert datetime.fromisoformat(work["published_at"]).tzinfo is not None
        [label] = [label for label in work["angles"] if label["angle"] == "tutorial"]
        assert set(label) >= {"angle", "origin", "score", "matched"}
        assert label["origin"] == "rule"
        for word in label["matched"]:
            assert work[word["field"]][word["start"] : word["end"]].casefold() == word["term"].casefold()
    assert len(answer(sampled("works", "Seedance 2.0", "--json"))["works"]) == 23
    unlabelled = answer(sampled("works", "Seedance 2.0", "--unlabelled", "--json"))["works"]
    assert [work["angles"] for work in unlabelled] == [[], []]
    assert len(sampled("works", "Seedance 2.0", "--angle", "tutorial").stdout.splitlines()) == 7


def test_readers_are_listed_with_their_tools(blindspot: Run) -> None:
    told = answer(blindspot("readers", "--json"))["readers"]
    assert {"mediacrawler", "ytdlp", "bilibili"} <= {reader["name"] for reader in told}
    assert all(reader["tool"] for reader in told)
    assert len(blindspot("readers").stdout.splitlines()) == len(told)


def test_a_shown_codebook_loads_again(sampled: Run, blindspot: Run, tmp_path: Path) -> None:
    shown = sampled("codebook", "show", "seedance 2.0").stdout
    (tmp_path / "shown.toml").write_text(shown, encoding="utf-8")
    blindspot("codebook", "load", tmp_path / "shown.toml")
    assert blindspot("codebook", "show", "Seedance 2.0").stdout == shown


def test_backup_and_restore(sampled: Run, tmp_path: Path) -> None:
    kept = tmp_path / "kept" / "b.duckdb"
    assert sampled("backup", kept).stdout.strip() == str(kept)
    sampled("import", write_csv(tmp_path / "a.csv", [row(1)]))
    assert len(answer(sampled("creator", "list", "--json"))["creators"]) == 1
    assert "is restored. The former one is " in sampled("restore", kept).stdout
    assert answer(sampled("creator", "list", "--json"))["creators"] == []
    assert len(answer(sampled("works", "Seedance 2.0", "--json"))["works"]) == 23


def test_ids_and_titles_are_as_the_export_has_them(blindspot: Run, tmp_path: Path) -> None:
    title = "样例 <script>alert(1)</script> **粗** ![x](http://x) =1+1 \u202e 😀 演示"
    (tmp_path / "b.toml").write_text(codebook(), encoding="utf-8")
    blindspot("codebook", "load", tmp_path / "b.toml")
    blindspot("import", write_csv(tmp_path / "a.csv", [row(1, title)]))
    [work] = answer(blindspot("works", "样例话题", "--json"))["works"]
    assert (work["work_id"], work["title"]) == (str(FIRST_ID + 1), title)


@pytest.mark.parametrize(
    "environment",
    [{"LANG": "C"}, {"LC_ALL": "C", "PYTHONIOENCODING": "cp1252"}],
    ids=["c", "windows"],
)
def test_a_pipe_gets_utf_8_whatever_the_locale(sample_file: Path, tmp_path: Path, environment: dict[str, str]) -> None:
    path = tmp_path / "sampled.duckdb"
    shutil.copyfile(sample_file, path)
    done = process("--db", path, "works", "Seedance 2.0", "--angle", "tutorial", **environment)
    assert (done.returncode, done.stderr) == (0, b"")
    assert "小鹿做视频" in done.stdout.decode("utf-8")
    told = process("--db", path, "gaps", "没有", **environment)
    assert told.returncode == 1
    assert "“没有”" in told.stderr.decode("utf-8")


def test_the_database_is_that_of_the_environment(sample_file: Path, tmp_path: Path) -> None:
    path = tmp_path / "mine.duckdb"
    shutil.copyfile(sample_file, path)
    done = process("coverage", "Seedance 2.0", "--json", BLINDSPOT_DB=str(path), LANG="C.UTF-8")
    assert json.loads(done.stdout)["works"] == 23
    assert b"Traceback" not in process("check", BLINDSPOT_DB=str(path), BLINDSPOT_LINE="many").stderr
