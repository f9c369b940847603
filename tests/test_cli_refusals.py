"""What the commands refuse: exit status 1 with a sentence on stderr, 2 for wrong usage, never a traceback."""

from __future__ import annotations

import zipfile
from pathlib import Path

import duckdb
import pytest
from command_line import Run, answer, run_on
from douyin_exports import row, write_csv

TABLE = "链接,标题,看的人\nhttps://www.douyin.com/video/7400000000000000001,样例 自家的表,12\n"


def files_of(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_an_unknown_table_gets_a_mapping_to_correct(blindspot: Run, tmp_path: Path) -> None:
    file, mapping = tmp_path / "own.csv", tmp_path / "elsewhere" / "m.toml"
    mapping.parent.mkdir()
    file.write_text(TABLE, encoding="utf-8")
    done = blindspot("import", file, "--json", "--write-mapping", mapping, status=1)
    [one] = answer(done)["refused"]
    assert set(one) >= {"file", "reason", "tried", "mapping"}
    assert "mediacrawler" in one["tried"]
    assert one["mapping"] == mapping.read_text(encoding="utf-8")
    assert 'url = "链接"' in one["mapping"]
    lines = ['platform = "douyin"', "[fields]", 'url = "链接"', 'title = "标题"', 'plays = "看的人"']
    mapping.write_text("\n".join(lines), encoding="utf-8")
    [came] = answer(blindspot("import", file, "--mapping", mapping, "--json"))["imports"]
    assert (came["works_added"], came["reader"]) == (1, "table")


def test_nothing_is_written_beside_the_files_of_a_user_unasked(
    blindspot: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    here, exports = tmp_path / "here", tmp_path / "exports"
    here.mkdir()
    exports.mkdir()
    monkeypatch.chdir(here)
    (exports / "own.csv").write_text(TABLE, encoding="utf-8")
    with zipfile.ZipFile(exports / "week.zip", "w") as archive:
        archive.writestr("other.csv", TABLE.replace("看的人", "看过"))
    (exports / "bad.xlsx").write_bytes(b"PK\x03\x04")
    before = files_of(exports)
    done = blindspot("import", exports, status=1)
    assert 'url = "链接"' in done.stdout
    blindspot("import", exports / "own.csv", "--json", status=1)
    assert (files_of(exports), files_of(here)) == (before, {})


def test_a_mapping_is_written_over_nothing(blindspot: Run, tmp_path: Path) -> None:
    file, mapping = tmp_path / "own.csv", tmp_path / "m.toml"
    file.write_text(TABLE, encoding="utf-8")
    for target in (mapping, file):
        target.write_text(target.read_text(encoding="utf-8") if target.exists() else "# mine", encoding="utf-8")
        before = target.read_bytes()
        done = blindspot("import", file, "--write-mapping", target, status=1)
        assert f"{target} is there already" in done.stderr
        assert target.read_bytes() == before


def test_one_file_takes_one_mapping(blindspot: Run, tmp_path: Path) -> None:
    for name, column in (("a.csv", "看的人"), ("b.csv", "看过")):
        (tmp_path / name).write_text(TABLE.replace("看的人", column), encoding="utf-8")
    done = blindspot("import", tmp_path / "a.csv", tmp_path / "b.csv", "-o", tmp_path / "m.toml", status=1)
    assert "m.toml was not written: 2 tables" in done.stderr
    good = write_csv(tmp_path / "good.csv", [row(1)])
    done = blindspot("import", good, "-o", tmp_path / "m.toml")
    assert "m.toml was not written" in done.stderr
    assert not (tmp_path / "m.toml").exists()


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("[fields", "not valid TOML"),
        ('platform = "douyin"', "no [fields]"),
        ('[fields]\ntitle = "标题"', "no column with the id or the link"),
        ('[fields]\nurl = "链接"\nnone = "标题"', "the field none"),
        ('[fields]\nurl = "别的"', "has the columns that the reader table needs"),
        ('platform = "nowhere"\n[fields]\nurl = "链接"', "the platform nowhere"),
    ],
)
def test_a_mapping_that_cannot_be_used_is_told(blindspot: Run, tmp_path: Path, text: str, told: str) -> None:
    file, mapping = tmp_path / "own.csv", tmp_path / "m.toml"
    file.write_text(TABLE, encoding="utf-8")
    mapping.write_text(text, encoding="utf-8")
    assert told in blindspot("import", file, "--mapping", mapping, status=1).stderr


def test_a_mapping_file_that_is_missing_or_no_text_is_told(blindspot: Run, tmp_path: Path) -> None:
    file, mapping = tmp_path / "own.csv", tmp_path / "m.toml"
    file.write_text(TABLE, encoding="utf-8")
    blindspot("import", file, "--mapping", mapping, status=2)
    mapping.write_bytes(b"\xff\xfe\x00")
    assert "UTF-8" in blindspot("import", file, "--mapping", mapping, status=1).stderr


def test_a_refusal_beside_good_files_is_status_1_and_the_good_ones_come_in(blindspot: Run, tmp_path: Path) -> None:
    good = write_csv(tmp_path / "good.csv", [row(1), row(2)])
    (tmp_path / "bad.xlsx").write_bytes(b"PK\x03\x04")
    result = blindspot("import", good, tmp_path / "bad.xlsx", tmp_path / "none.csv", status=1)
    assert "2 added" in result.stdout
    assert "bad.xlsx" in result.stderr and "none.csv" in result.stderr


def test_a_refused_row_is_status_1_with_row_and_reason(blindspot: Run, tmp_path: Path) -> None:
    file = write_csv(tmp_path / "a.csv", [row(1), row(2) | {"aweme_id": "7.4E+18", "aweme_url": ""}])
    [one] = answer(blindspot("import", file, "--json", status=1))["imports"]
    assert (one["works_added"], one["rows_rejected"]) == (1, 1)
    assert one["rejected"][0]["row"] == 3
    assert one["rejected"][0]["reason"]
    later = write_csv(tmp_path / "b.csv", [row(1), row(4), row(2) | {"aweme_id": "7.4E+18", "aweme_url": ""}])
    assert "b.csv, row 4: " in blindspot("import", later, status=1).stderr


@pytest.mark.parametrize(
    "words",
    [
        ("gaps", "nothing"),
        ("coverage", "nothing"),
        ("works", "nothing"),
        ("codebook", "show", "nothing"),
        ("works", "Seedance 2.0", "--angle", "nothing"),
        ("creator", "role", "nothing", "own"),
        ("restore", "nothing.duckdb"),
        ("import", "nothing.csv"),
    ],
)
def test_what_is_not_there_is_one_sentence_and_status_1(sampled: Run, words: tuple[str, ...]) -> None:
    result = sampled(*words, status=1)
    assert result.stdout == ""
    assert "nothing" in result.stderr
    assert len(result.stderr.splitlines()) == 1


@pytest.mark.parametrize(
    "words",
    [
        (),
        ("nonsense",),
        ("import",),
        ("import", "a.csv", "--reader", "nonsense"),
        ("coverage",),
        ("coverage", "x", "--by", "year"),
        ("coverage", "x", "--from", "2026-13-01"),
        ("gaps", "x", "--line", "0"),
        ("gaps", "x", "--line", "2"),
        ("gaps", "x", "--lang", "de"),
        ("creator", "role", "x", "boss"),
        ("codebook", "load", "nothing.toml"),
        ("backup",),
    ],
)
def test_wrong_usage_is_status_2(blindspot: Run, words: tuple[str, ...]) -> None:
    blindspot(*words, status=2)


def test_a_codebook_that_cannot_be_used_is_told(blindspot: Run, tmp_path: Path) -> None:
    for content in (b"[topic", b"[topic]\nname = 1\n", b"\xff\xfe\x00"):
        (tmp_path / "b.toml").write_bytes(content)
        assert "b.toml" in blindspot("codebook", "load", tmp_path / "b.toml", status=1).stderr


def test_a_damaged_database_is_a_sentence_and_a_restore_mends_it(sample_file: Path, tmp_path: Path) -> None:
    path = tmp_path / "bad.duckdb"
    path.write_bytes(b"\x00" * 20_000)
    blindspot = run_on(path)
    assert "bad.duckdb" in blindspot("gaps", "x", status=1).stderr
    blindspot("restore", sample_file)
    assert answer(blindspot("coverage", "Seedance 2.0", "--json"))["works"] == 23


def test_check_names_what_is_broken(sampled: Run, sample_file: Path, tmp_path: Path) -> None:
    with duckdb.connect(str(tmp_path / "sampled.duckdb")) as connection:
        connection.execute("delete from library.snapshots where work_key = 1")
    result = sampled("check", status=1)
    assert "     1  works_have_an_import" in result.stdout.splitlines()
