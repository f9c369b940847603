"""One Bilibili video has one id, whichever of its names a tool writes; its later parts are works of their own."""

from __future__ import annotations

import polars as pl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from blindspot.readers.cells.bilibili_ids import ALPHABET, FIRST_BEYOND, SCRAMBLED_BY, SWAPPED, one_id, word_of_number

BV = "BV17x411w7KC"


def canonical(work_id: str | None, url: str | None = None, platform: str = "bilibili") -> str | None:
    works = pl.DataFrame(
        {"platform": [platform], "work_id": [work_id], "url": [url]},
        schema=dict.fromkeys(("platform", "work_id", "url"), pl.String),
    )
    return one_id(works)[0]


@pytest.mark.parametrize("name", ["170001", "av170001", "AV170001", BV, "bv17x411w7KC", f"{BV}_p1", "170001_part1"])
def test_every_name_of_a_video_is_its_word(name):
    assert canonical(name) == BV


@pytest.mark.parametrize(
    ("name", "url", "right"),
    [
        (f"{BV}_p2", None, f"{BV}_p2"),
        ("170001_part12", None, f"{BV}_p12"),
        (BV, f"https://www.bilibili.com/video/{BV}?p=2", f"{BV}_p2"),
        (BV, f"https://www.bilibili.com/video/{BV}/?vd_source=1&p=3#reply", f"{BV}_p3"),
        (BV, f"https://www.bilibili.com/video/{BV}?p=1", BV),
        (BV, f"https://www.bilibili.com/video/{BV}?spm=1.2&share_p=2", BV),
    ],
)
def test_a_later_part_is_a_work_of_its_own(name, url, right):
    assert canonical(name, url) == right


@pytest.mark.parametrize(
    ("name", "url", "platform"),
    [
        ("267851", "https://www.bilibili.com/bangumi/play/ep267851", "bilibili"),
        ("1003142", "https://www.bilibili.com/audio/au1003142", "bilibili"),
        ("7300000000000000001", None, "bilibili"),
        ("ep267851", None, "bilibili"),
        ("170001", None, "kuaishou"),
        ("BV17x411w7KC", None, "other"),
        (None, None, "bilibili"),
    ],
)
def test_what_is_no_video_of_bilibili_keeps_its_id(name, url, platform):
    assert canonical(name, url, platform) == name


@pytest.mark.parametrize(
    ("number", "word"),
    [(2, "xx411c7mD"), (170001, "7x411w7KC"), (455017605, "Q541167Qg"), (882584971, "mK4y1C7Bz")],
)
def test_known_pairs(number, word):
    assert word_of_number(pl.Series([number, None], dtype=pl.UInt64)).to_list() == [word, None]


@given(st.lists(st.integers(1, FIRST_BEYOND - 1), min_size=1, max_size=8))
@settings(deadline=None, max_examples=40)
def test_a_word_gives_its_number_back(numbers):
    for number, word in zip(numbers, word_of_number(pl.Series(numbers, dtype=pl.UInt64)), strict=True):
        signs = list(word)
        for one, other in SWAPPED:
            signs[one], signs[other] = signs[other], signs[one]
        value = 0
        for sign in signs:
            value = value * len(ALPHABET) + ALPHABET.tolist().index(sign)
        assert (value ^ SCRAMBLED_BY) & (FIRST_BEYOND - 1) == number
