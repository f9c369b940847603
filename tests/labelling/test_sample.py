"""The sample tells the story that the first screen shows, to the number."""

from __future__ import annotations

import csv
from collections import Counter, defaultdict
from datetime import UTC, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from blindspot.labelling.codebook import parse
from blindspot.labelling.folding import fold_term

DATA = Path(__file__).resolve().parents[2] / "data"
COUNTS = ("liked_count", "collected_count", "comment_count", "share_count")
SHANGHAI = ZoneInfo("Asia/Shanghai")


@pytest.fixture(scope="module")
def rows() -> list[dict[str, str]]:
    with (DATA / "sample" / "ai_video_sample.csv").open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file, strict=True))


@pytest.fixture(scope="module")
def codebook():
    return parse((DATA / "sample" / "sample_codebook.toml").read_text(encoding="utf-8"))


def test_the_file_has_the_form_of_the_tool_that_it_stands_for():
    content = (DATA / "sample" / "ai_video_sample.csv").read_bytes()
    assert content.startswith(b"\xef\xbb\xbfaweme_id,") and content.count(b"\xef\xbb\xbf") == 1
    assert content.endswith(b"\r\n") and b"user_id" in content.splitlines()[0]


def test_works_creators_and_days(rows):
    assert sorted(Counter(row["user_id"] for row in rows).values(), reverse=True) == [5, 4, 4, 3, 3, 2, 1, 1]
    assert len({(row["user_id"], row["nickname"]) for row in rows}) == 8
    assert len({row["aweme_id"] for row in rows}) == 23
    days = {datetime.fromtimestamp(int(row["create_time"]), SHANGHAI).date().isoformat() for row in rows}
    assert (min(days), max(days)) == ("2026-02-01", "2026-02-11")


def test_ids_agree_with_times_and_captures_come_after(rows):
    for row in rows:
        assert len(row["aweme_id"]) == 19
        assert int(row["aweme_id"]) >> 32 == int(row["create_time"])
        captured = datetime.fromtimestamp(int(row["last_modify_ts"]) / 1000, UTC)
        published = datetime.fromtimestamp(int(row["create_time"]), UTC)
        assert timedelta(0) < captured - published < timedelta(days=11)
        assert captured.astimezone(SHANGHAI).date().isoformat() == "2026-02-11"


def test_unknown_counts_are_blank_and_the_others_whole_numbers(rows):
    counts = [row[count] for row in rows for count in COUNTS]
    assert counts.count("") == 4
    assert all(count.isdigit() and int(count) > 0 for count in counts if count)


def test_every_work_belongs_to_the_topic(rows, codebook, search_texts):
    assert codebook.topic.name == "Seedance 2.0"
    terms = [fold_term(term) for term in codebook.topic.terms]
    assert all(any(term in text for term in terms) for text in search_texts(*(row["desc"] for row in rows)))


def test_the_angles_hold_exactly_these_works(rows, codebook, label_titles):
    labels = label_titles(codebook, [row["desc"] for row in rows])
    assert Counter(key for keys in labels for key in keys) == {
        "feature_demo": 10,
        "tutorial": 7,
        "commercial_use": 6,
        "technology": 1,
        "copyright": 1,
        "compliance": 1,
        "compute": 1,
    }
    assert {angle.key for angle in codebook.angles} - set().union(*labels) == {"data_sustainability"}
    assert sum(not keys for keys in labels) == 2
    main = {"feature_demo", "tutorial", "commercial_use"}
    assert all(not keys or keys & main for keys in labels)
    by_angle = defaultdict(set)
    for row, keys in zip(rows, labels, strict=True):
        for key in keys - main:
            by_angle[row["nickname"]].add(key)
    assert sorted(map(len, by_angle.values())) == [1, 1, 1, 1]


def test_the_sample_uses_the_starter_as_it_stands(codebook):
    starter = parse((DATA / "codebooks" / "ai_video.toml").read_text(encoding="utf-8"))
    assert [angle for angle in starter.angles if angle.key not in ("model_comparison", "jobs")] == list(codebook.angles)
