"""The comments of the sample ask for the sample's gap, and the sixty works speak of anything but that."""

from __future__ import annotations

import csv
from collections import Counter
from pathlib import Path

import polars as pl
import pytest
from sixty_works import COMMERCIAL, DEMOS, TUTORIALS

from blindspot.labelling.codebook import parse
from blindspot.labelling.questions import are_questions

DATA = Path(__file__).resolve().parents[2] / "data"


def read(name: str) -> list[dict[str, str]]:
    with (DATA / "sample" / name).open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file, strict=True))


@pytest.fixture(scope="module")
def comments() -> list[dict[str, str]]:
    return read("comments.csv")


@pytest.fixture(scope="module")
def starter():
    return parse((DATA / "codebooks" / "ai_video.toml").read_text(encoding="utf-8"))


def test_every_comment_is_said_after_its_work_and_before_its_capture(comments):
    published = {row["aweme_id"]: int(row["create_time"]) for row in read("ai_video_sample.csv")}
    assert len({row["comment_id"] for row in comments}) == len(comments) == 61
    assert len({row["aweme_id"] for row in comments}) == 15
    for row in comments:
        said = int(row["create_time"])
        assert published[row["aweme_id"]] < said < int(row["last_modify_ts"]) / 1000
        assert int(row["comment_id"]) >> 32 == said
        assert row["nickname"].startswith("虚构观众") and not row["user_id"]


def test_the_questions_are_found_and_what_is_said_is_not(comments):
    texts = pl.Series([row["content"] for row in comments])
    asking = set(texts.filter(are_questions(texts)))
    assert len(asking) == 26
    assert {text for text in texts if "？" in text and "数据" in text} | {"怎么做的呀，想给奶奶也做一张"} <= asking
    assert not asking & {"第七条真的绝", "看得我起鸡皮疙瘩", "律师费比单子还贵", "谢谢老师"}


def test_six_questions_are_about_data_and_the_terms_find_all(comments, starter, label_titles):
    questions = [row["content"] for row in comments if "？" in row["content"]]
    about_data = [question for question in questions if "数据" in question]
    labels = label_titles(starter, about_data)
    assert (len(about_data), sum("data_sustainability" in keys for keys in labels)) == (6, 6)


def test_the_sixty_works_stand_in_three_groups(starter, label_titles):
    for angle, titles in (("feature_demo", DEMOS), ("tutorial", TUTORIALS), ("commercial_use", COMMERCIAL)):
        found = Counter(key for keys in label_titles(starter, list(titles)) for key in keys)
        assert len(titles) == 20
        assert found.most_common(1)[0][0] == angle, found
    titles = [*DEMOS, *TUTORIALS, *COMMERCIAL]
    assert len(set(titles)) == 60
    assert all("data_sustainability" not in keys for keys in label_titles(starter, titles))
    assert not any("数据" in title for title in titles)
